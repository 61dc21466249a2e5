"""The full-text index: terms, query language, highlighting and the engine behind one small interface. Derived."""
