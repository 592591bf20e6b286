"""Letters at the desk: which there are, their issues from the first words to the last reader, and one reader alone."""
