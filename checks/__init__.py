"""What developers and CI run in a checkout: all tests, and everything that reads the code."""
