"""Parts of the dashboard: data, measures, words, charts, files, panels."""
