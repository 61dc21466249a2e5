"""Word lists as data."""
