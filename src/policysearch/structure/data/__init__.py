"""Word lists and patterns of `structure`, each file naming its source."""
