"""What a reader takes away, and the page as plain HTML."""
