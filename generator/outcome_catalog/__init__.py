"""A catalog of what communities produce, who reuses it, and what came of it."""
