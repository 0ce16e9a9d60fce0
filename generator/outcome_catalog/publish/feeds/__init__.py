"""What is new, for feed readers: which feeds there are, what stands in them, and the formats they are written in."""
