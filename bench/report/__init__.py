"""One command that runs every measurement and writes one report: `python -m bench.report`."""
