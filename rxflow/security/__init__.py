"""Keys and encryption: what identifies a patient is not readable in the database."""
