"""Takes articles in from elsewhere: makes the desk's own pages of them, and publishes them as the desk would."""
