"""How time and memory grow with the number of patients, orders, drug names and more: `python -m bench.growth`."""
