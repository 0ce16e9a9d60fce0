"""What needs a steward, the most overdue first (data-model §4, §6, §7)."""
