"""What a reader takes away, and what the page and its twin show alike."""
