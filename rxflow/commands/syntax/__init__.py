"""How each command is written: its arguments, options, help and examples. Imports nothing that only a command needs."""
