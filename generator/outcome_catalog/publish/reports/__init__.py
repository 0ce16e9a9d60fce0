"""The sponsor's report: what a period brought, in every form in which it is read."""
