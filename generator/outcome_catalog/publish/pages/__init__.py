"""One module per page kind: from the catalog and its figures to plain data that a template prints."""
