"""Photographs from upload to the files readers fetch; imports press and below, Django's models, Pillow."""
