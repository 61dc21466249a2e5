"""Results as people and programs want them: records, text, JSON, CSV. Pure functions."""
