"""From samples to finished, tagged and signed files; imports no Django.

PyAV brings libraries under the GPL along (docs/dependencies.md), so nothing but ``child.py`` may load what uses it.
"""
