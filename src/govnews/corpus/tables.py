"""pandas frames whose columns have the same types whatever is in them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from govnews.errors import MissingExtraError

if TYPE_CHECKING:
    import pandas as pd

Types: TypeAlias = Mapping[str, Literal["int64", "float64", "bool", "string", "object"]]
"""The columns of a frame, in order, with what is in them."""

_TEXT: Final = "string"


def check_pandas(asker: str) -> None:
    """Say at once if what *asker* finds could not be returned.

    Raises:
        MissingExtraError: If pandas is not installed.
    """
    try:
        import pandas as pd  # noqa: F401 - whether it is there
    except ImportError as error:
        raise MissingExtraError(
            f"{asker} returns a pandas frame, and pandas is not installed: "
            "pip install 'govnews[frames]'"
        ) from error


def frame(rows: Iterable[tuple[Any, ...]], types: Types) -> "pd.DataFrame":
    """Return *rows* as a frame.

    Texts are kept by Python and not by Arrow, which has no lone surrogates.

    >>> frame([], {"word": "string", "count": "int64"}).dtypes.astype(str).tolist()
    ['string', 'int64']
    """
    import pandas as pd

    listed = list(rows)
    columns = zip(*listed, strict=True) if listed else ((),) * len(types)
    return pd.DataFrame(
        {
            name: pd.Series(
                list(column), dtype=pd.StringDtype("python") if type_ == _TEXT else type_
            )
            for (name, type_), column in zip(types.items(), columns, strict=True)
        }
    )
