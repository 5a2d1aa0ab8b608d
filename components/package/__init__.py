"""From bytes to typed tables: the one reader of check, page and exports."""
