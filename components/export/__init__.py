"""The page as one file, written by a command."""
