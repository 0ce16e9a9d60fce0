"""One file an output format for findings; reporters only read."""
