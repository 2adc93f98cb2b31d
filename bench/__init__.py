"""Measurements that are too long for the suite; each is a command: `python -m bench.hostile`."""
