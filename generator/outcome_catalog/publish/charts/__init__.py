"""Charts as static SVG: pure functions from plain values to text; colours are CSS classes, so that both themes work."""
