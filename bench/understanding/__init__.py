"""How well and how fast messages are understood: `python -m bench.understanding` (docs/understanding.md)."""
