"""The report: its parts, its data, and the page as people use it."""
