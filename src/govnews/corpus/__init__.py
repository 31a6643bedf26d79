"""Words over many bulletins: what stands out, where it stands, and with what.

`pages` reads what the caller passes, `counting` counts its words, `reference` holds
the counts of our own corpora, `likelihood` and `tables` are what the four share.  What
is heavy (scikit-learn, scipy, pandas) is imported on call.

The functions are imported here at once, not on first use: they have the names
of their modules, and whichever is bound last is what a caller gets.
"""

from govnews.corpus.collocations import collocations
from govnews.corpus.concordance import concordance
from govnews.corpus.keyness import keyness
from govnews.corpus.keywords import keywords

__all__ = ["collocations", "concordance", "keyness", "keywords"]
