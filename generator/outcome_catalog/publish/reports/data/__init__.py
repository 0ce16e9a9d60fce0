"""A report as data: published types, what fills them, and the JSON Schema that they are valid against."""
