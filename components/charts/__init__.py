"""One module for each chart: what to draw, as numbers, and then the drawing."""
