"""Figures drawn from a catalog: pure functions of the catalog and its day."""
