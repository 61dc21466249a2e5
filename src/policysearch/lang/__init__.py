"""Languages: how words are read. `base` says what a language must offer; `fi` is Finnish, through Voikko."""
