"""Plain text: which bytes count as text, and the words in them."""

from core.documents.refusals import refuse

TEXT_BYTES = 2 * 1024 * 1024
_ENCODINGS = ("utf-8-sig", "cp1252")  # what editors write today; what Windows wrote before
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class NotTextError(ValueError):
    """The bytes are not text in any encoding that schools' computers write."""


def decode_text(data: bytes) -> str:
    """The words in ``data``, without a byte-order mark: UTF-8, or else Windows-1252.

    Raises ``DomainError`` for text over 2 MB or saved as UTF-16, ``NotTextError`` for what is no text.
    """
    if data.startswith(_UTF_16_MARKS):
        raise refuse("text_encoding")
    if b"\0" in data:
        raise NotTextError
    if len(data) > TEXT_BYTES:
        raise refuse("text_too_big")
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotTextError
