"""The check that every public call makes first."""


def checked(text: object, name: str) -> str:
    """Return *text* if it is a str.

    Args:
        text: What the caller passed.
        name: The call that it was passed to.

    Raises:
        TypeError: If it is none.

    >>> checked("省总工会", "clean")
    '省总工会'
    """
    if not isinstance(text, str):
        raise TypeError(f"{name} takes a str, not {type(text).__name__}{_hint(text)}")
    return text


def _hint(given: object) -> str:
    if isinstance(given, bytes | bytearray):
        return "; decode bytes first"
    return "; pass its .text" if isinstance(getattr(given, "text", None), str) else ""
