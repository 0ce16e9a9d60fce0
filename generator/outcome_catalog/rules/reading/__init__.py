"""How several rules read a catalog: its references, names, texts, links and sections."""
