"""Names in running text by a model that was trained on tagged text, beside the rules of `facts.actors`."""
