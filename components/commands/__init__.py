"""The command line, one module for each command; the page knows nothing of it."""
