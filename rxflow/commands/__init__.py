"""What each command of `rxflow` does; imported only when the command is run."""
