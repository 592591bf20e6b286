"""The example's photographs, drawn with Pillow: a small painter, the scenes, and the words written into each file."""
