"""`BulletinVectorizer`: the words of bulletins inside of scikit-learn's `CountVectorizer`."""

from collections.abc import Callable

from sklearn.feature_extraction.text import CountVectorizer

from govnews.bulletin import clean, segment
from govnews.models import Token

#: jieba's tags for numbers, Latin letters and marks
_NO_WORDS = frozenset({"m", "eng", "x"})


class BulletinVectorizer(CountVectorizer):  # type: ignore[misc]
    """Counts words, as `govnews.segment` cuts them, in cleaned bulletins.

    It is a `CountVectorizer` in all else: the same settings, attributes and methods, but that
    those for spelling (`lowercase`, `strip_accents`, `token_pattern`) do nothing.  By default
    texts are cleaned first (garbled and Traditional ones count like sound ones), and figures,
    Latin letters and marks are left out; a `preprocessor` or `tokenizer` of one's own goes first.

    >>> vectorizer = BulletinVectorizer()
    >>> vectorizer.fit_transform(["走訪企業和職工", "走访职工500次"]).toarray().tolist()
    [[1, 1, 1, 1], [0, 0, 1, 1]]
    >>> vectorizer.get_feature_names_out().tolist()
    ['企业', '和', '职工', '走访']
    """

    def build_preprocessor(self) -> Callable[[str], str]:
        """Return what makes a text ready: cleaning, where no `preprocessor` was given."""
        if self.preprocessor is not None:
            return super().build_preprocessor()  # type: ignore[no-any-return]
        return _cleaned

    def build_tokenizer(self) -> Callable[[str], list[str]]:
        """Return what cuts a text into words: our own, where no `tokenizer` was given."""
        if self.tokenizer is not None:
            return super().build_tokenizer()  # type: ignore[no-any-return]
        return _words


def _cleaned(text: str) -> str:
    return clean(text).text


def _words(text: str) -> list[str]:
    return [token.text for token in segment(text) if _is_word(token)]


def _is_word(token: Token) -> bool:
    return token.kind is None and token.tag not in _NO_WORDS and token.text.isalpha()
