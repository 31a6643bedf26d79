"""Other libraries that read amounts from Chinese text (extra `peers`)."""

import warnings
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from types import MappingProxyType
from typing import Any, Final, NamedTuple

#: What recognizers-text has for Chinese
MODELS: Final = (
    *("number", "ordinal", "percentage", "age"),
    *("currency", "dimension", "temperature", "datetime"),
)
_AMOUNT: Final = "救助资金5027万元"


class Peer(NamedTuple):
    """A library that is measured beside ours.

    Attributes:
        module: What is imported.
        reader: What makes its reader of the module.
        size: The bytes of text that it gets: as many as it reads in a few seconds.
    """

    module: str
    reader: Callable[[Any], Callable[[str], object]]
    size: int

    def load(self) -> Callable[[str], object]:
        """Return its reader, ready.

        Raises:
            ImportError: If the library, or what it needs, is not there.
        """
        # both greet who imports them, in the one case by warnings
        with warnings.catch_warnings(), redirect_stdout(StringIO()):
            warnings.simplefilter("ignore")
            read = self.reader(import_module(self.module))
            read(_AMOUNT)
        return read


def _models(suite: Any) -> Callable[[str], object]:
    readers = [getattr(suite, f"recognize_{model}") for model in MODELS]
    return lambda text: [read(text, "zh-cn") for read in readers]


def _checked_money(jionlp: Any) -> Callable[[str], object]:
    return lambda text: jionlp.ner.extract_money(text, use_jiojio=True)


PEERS: Final[Mapping[str, Peer]] = MappingProxyType(
    {
        "jionlp's `extract_money`": Peer("jionlp", lambda lib: lib.ner.extract_money, 200_000),
        "the same with `use_jiojio`": Peer("jionlp", _checked_money, 100_000),
        "recognizers-text, eight models": Peer("recognizers_suite", _models, 25_000),
    }
)
