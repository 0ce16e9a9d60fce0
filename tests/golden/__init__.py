"""A miniature repository and all that it must give: findings, data and pages, compared whole."""
