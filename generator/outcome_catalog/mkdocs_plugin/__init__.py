"""The only package that imports MkDocs: the shell, the stamping, the live preview."""
