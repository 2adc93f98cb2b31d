"""The HTTP API: other programs' way to the same services as the pages."""
