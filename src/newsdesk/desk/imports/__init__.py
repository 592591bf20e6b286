"""Takes articles in from elsewhere, one file a format: each makes the desk's own pages and publishes them as the desk would."""
