"""Reads what git recorded of the files, in one streaming log."""

from outcome_catalog.history.project_history import read_history as read_history
from outcome_catalog.history.project_history import with_days_ahead_noted as with_days_ahead_noted
