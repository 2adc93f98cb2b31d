"""`python -m rxflow` is the `rxflow` command."""

from rxflow.cli import main

if __name__ == "__main__":
    main()
