"""The command line, one module for each command; the page knows nothing of it."""

INTERRUPTED = 130  # what a shell expects after Ctrl+C
