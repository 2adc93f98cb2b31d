"""What a turn costs when there are a million patients and a million orders: `python -m bench.scale`."""
