"""Personal data in the documents: forgotten for good, held back until somebody has looked, covered where it stands."""
