"""The public call `clean`."""

from govnews import cleaning
from govnews.bulletin.checking import checked
from govnews.models import CleanText


def clean(text: str, *, script: str = "simplified") -> CleanText:
    """Undo the damage of a bulletin and say what was changed where.

    Args:
        text: The text as it was found.
        script: "simplified" converts Traditional text to Simplified (OpenCC
            t2s), "traditional" the other way (s2t), "keep" neither.

    Returns:
        The cleaned text with its edits, which hold raw offsets, and `to_raw`.

    Raises:
        TypeError: If *text* is not a str.
        UnknownChoiceError: If *script* is none of the three.

    >>> clean("投入１０９９．８０万元").text
    '投入1099.80万元'
    """
    return cleaning.clean(checked(text, "clean"), script=script)
