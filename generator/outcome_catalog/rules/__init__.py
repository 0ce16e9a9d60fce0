"""What a catalog has to hold beyond its schemas: one file a rule."""
