"""Made-up records of every kind, for measuring; nothing in them is real, and they say so."""
