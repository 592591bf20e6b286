"""The second factor on the desk: a person's own, under Account, and everybody's, for chiefs."""
