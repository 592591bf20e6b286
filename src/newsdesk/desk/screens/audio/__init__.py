"""What is heard: the list of clips, the panel beside the draft, how words are said, and the newsroom's rules."""
