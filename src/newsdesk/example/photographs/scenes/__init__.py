"""One file per scene, found by being there: each has one ``paint(canvas)`` that returns the finished picture."""
