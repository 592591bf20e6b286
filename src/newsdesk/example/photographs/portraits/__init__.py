"""Painted portraits: one way to paint a head, and eight people."""
