"""Checks documents against the JSON Schemas and says what to write instead."""
