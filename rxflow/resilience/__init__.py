"""Going on when something that is depended on is slow, gone or asked too much."""
