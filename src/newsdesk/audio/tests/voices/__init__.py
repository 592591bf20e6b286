"""Voices that fail, each in its own way: files found through the same door as the real ones."""
