"""A slice of a very long text as JSON, with the offsets that it has in the whole."""

from collections.abc import Mapping
from typing import Any, Final

from govnews.arrow.analysing import Piece

_PLACES: Final = ("start", "end")


def shifted(piece: Piece) -> str:
    """Return the JSON of a bulletin; of a slice that is not the first, as it stands in the whole.

    Such a slice also says which it is (`slice`), where it begins (`offset`), and that it is no
    dateline that opens it.

    >>> from govnews.bulletin import analyze
    >>> shifted(Piece(0, "a", bulletin=analyze("走访43家企业", id="a")))[:10]
    '{"id":"a",'
    >>> moved = shifted(Piece(0, "a", 1, 100_000, 9, bulletin=analyze("走访43家企业", id="a")))
    >>> moved.startswith('{"id":"a","slice":1,"offset":100000,'), '"start":100002' in moved
    (True, True)
    """
    bulletin = piece.bulletin
    if bulletin is None:
        raise ValueError("there is nothing to write of what could not be analysed")
    if not piece.slice:
        return bulletin.to_json()
    import json

    plain = bulletin.to_dict()
    head = {"id": plain.pop("id"), "slice": piece.slice, "offset": piece.offset}
    return json.dumps(head | _moved(plain, piece.offset) | {"source": None}, separators=(",", ":"))


def _moved(plain: Any, offset: int) -> Any:  # noqa: ANN401 - whatever JSON has
    """Move every place in what JSON has.

    >>> _moved({"figures": [{"start": 1, "end": 2, "unit": "家"}]}, 10)
    {'figures': [{'start': 11, 'end': 12, 'unit': '家'}]}
    """
    if isinstance(plain, Mapping):
        return {
            key: value + offset if key in _PLACES else _moved(value, offset)
            for key, value in plain.items()
        }
    if isinstance(plain, list):
        return [_moved(each, offset) for each in plain]
    return plain
