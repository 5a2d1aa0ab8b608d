"""An empty package for another pair of economies."""

from components.new.package import NewPackageError, write_package

__all__ = ["NewPackageError", "write_package"]
