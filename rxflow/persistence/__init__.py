"""The database: orders, quotes, consents, cases and conversations, kept so that nothing acknowledged is lost."""
