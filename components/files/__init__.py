"""The files a reader takes away: tables, the whole package, images."""
