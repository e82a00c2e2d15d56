import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.text import TEXT_BYTES, NotTextError, decode_text
from core.domain.errors import DomainError

WORDS = "Safeguarding – “essential” – £24,500 for Zoë"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_decode_text_reads_what_schools_write(encoding: str) -> None:
    assert decode_text(WORDS.encode(encoding)) == WORDS


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_decode_text_gives_back_any_utf8(words: str) -> None:
    assert decode_text(words.encode("utf-8-sig")) == words


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_decode_text_explains_notepads_unicode(encoding: str) -> None:
    with pytest.raises(DomainError) as caught:
        decode_text(WORDS.encode(encoding))

    assert caught.value.code == "text_encoding"


@pytest.mark.parametrize(
    "data", [b"Essential\0", b"\0", "Zoë".encode("utf-16-le"), b"caf\x81 menu", b"\xe2\x28\x9d"]
)
def test_decode_text_refuses_what_is_not_text(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode_text(data)


def test_decode_text_takes_exactly_two_megabytes() -> None:
    assert len(decode_text(b"a" * TEXT_BYTES)) == 2 * 1024 * 1024


def test_decode_text_refuses_one_byte_more() -> None:
    with pytest.raises(DomainError) as caught:
        decode_text(b"a" * (TEXT_BYTES + 1))

    assert caught.value.code == "text_too_big"
