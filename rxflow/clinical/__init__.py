"""The pharmacist's rules as pure functions: facts in, findings out; no I/O and no clock."""
