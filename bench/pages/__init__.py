"""What the pages cost the server, beside a page that only shows as many messages: `python -m bench.pages`."""
