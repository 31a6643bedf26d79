"""The report: one page that shows what a set of bulletins says.

The page stands alone: its style, its scripts and all data are in it, and it asks for nothing.
What needs no hand (totals, topics, the largest sums) is plain HTML made here; the table and
the passages are drawn by the scripts in `data/report` from the data in the page.
"""

from govnews.reporting.page import report

__all__ = ["report"]
