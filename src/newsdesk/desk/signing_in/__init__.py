"""Signing in: a password, then a code where there is a second factor, and a growing pause after wrong ones."""
