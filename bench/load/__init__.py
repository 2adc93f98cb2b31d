"""What the HTTP API bears, beside a plain FastAPI application: `python -m bench.load`."""
