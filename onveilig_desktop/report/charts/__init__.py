"""The charts: what each says in words, and how it is drawn."""
