"""Badges to show elsewhere: who reuses an artifact, how vital a community is."""
