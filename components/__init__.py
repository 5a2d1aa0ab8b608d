"""Parts of the dashboard: data, measures, words, charts, files, panels."""

__version__ = "0.5.3"
