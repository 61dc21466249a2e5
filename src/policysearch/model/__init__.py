"""The nouns of policysearch: frozen dataclasses without behaviour that touches a disk, a library or a clock."""
