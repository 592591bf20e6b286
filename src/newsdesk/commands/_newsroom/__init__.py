"""What the commands share: getting a newsroom ready, and telling whether it is."""
