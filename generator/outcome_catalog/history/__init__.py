"""Reads what git recorded of the files, in one streaming log."""
