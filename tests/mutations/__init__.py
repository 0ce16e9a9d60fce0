"""Every way to spoil this repository's own catalog by one change, and the finding that has to say so."""
