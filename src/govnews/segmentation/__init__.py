"""Segmentation: a text into words with their positions and parts of speech.

`runs` splits a text into stretches of one kind of character, `engines` cuts the
stretches of Chinese characters into words, `lexicon` holds the words that the
dictionary lacks.
"""

from govnews.segmentation.words import segment

__all__ = ["segment"]
