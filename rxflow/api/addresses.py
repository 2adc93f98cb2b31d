"""Where the API is found."""

V1 = "/api/v1"
"""Each router bears it itself: the metrics name a route as its router declares it."""

ROOTS = ("/api", "/health", "/version", "/diagnostics", "/metrics")
"""Where the API's addresses begin; all others are the pages'."""
