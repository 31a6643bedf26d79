"""Cleaning: from a garbled page to the text it was, with the way back.

Every defect has a module of its own and is undone by edits over the text, so
that what was changed is explained and offsets stay exact.  `pipeline` holds
the order.
"""

from govnews.cleaning.pipeline import clean

__all__ = ["clean"]
