"""Logs without patient data."""
