"""A seeded catalog of any size, with its git history, for measuring growth."""
