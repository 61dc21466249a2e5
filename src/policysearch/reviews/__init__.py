"""What people said of the facts: an append-only journal beside the originals, never derived, part of every backup."""
