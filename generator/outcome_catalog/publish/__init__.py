"""Turns a catalog and its figures into pages and data files; it loads nothing and writes nothing."""
