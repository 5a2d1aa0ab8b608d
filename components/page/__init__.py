"""What the parts of the page share: the view and its link, caching, the server."""
