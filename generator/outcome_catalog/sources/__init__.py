"""Reads files as they lie on disk: strict YAML with positions, front matter, GitHub-Flavored Markdown."""
