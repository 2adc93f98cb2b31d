"""How far a long piece of work has come."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told how much is done and how much there is in all, both in rows, bytes or whatever the work consists of."""
