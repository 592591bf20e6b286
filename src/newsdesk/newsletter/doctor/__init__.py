"""Looks whether a domain may send letters, in plain words, with the record to add; one file a question, each pure but
for ``tls`` and what ``records`` asks.
"""
