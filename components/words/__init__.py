"""Every word that a reader sees, by subject; other languages begin here."""
