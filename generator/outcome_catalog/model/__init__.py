"""Frozen types of the catalog: what was read, in the field's own terms. No stage's logic lives here."""
