"""Scenarios: patients with a goal, played against the whole assistant, and judged."""
