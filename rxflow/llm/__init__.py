"""Language models behind one door: the built-in one, and later others."""
