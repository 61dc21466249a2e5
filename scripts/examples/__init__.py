"""The example documents: what each says, and how it is set (`sheet`, `scan`, `word`, `record`)."""
