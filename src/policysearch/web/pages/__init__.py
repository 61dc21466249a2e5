"""The pages, a file each: a function takes `Asked` and gives a response."""
