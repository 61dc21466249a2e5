"""Matters by their diary numbers: what names one, what refers to one, and one over all its handlings."""
