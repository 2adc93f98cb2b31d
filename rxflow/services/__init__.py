"""Read services over the demo data, one noun a file, and the services that change the store."""
