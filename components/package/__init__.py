"""The data package: what it must hold to be believed."""
