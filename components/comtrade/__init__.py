"""Recorded goods trade from UN Comtrade, as rows of a package."""
