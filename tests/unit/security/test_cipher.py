import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.domain.errors import UnreadableDataError
from rxflow.security.cipher import Cipher, key_number
from rxflow.security.keys import KeyRing, Keys, KeyText, format_keys, new_keys


def cipher_of(keys: Keys) -> Cipher:
    return Cipher(KeyRing(KeyText(format_keys(keys))))


KEYS = new_keys()
CIPHER = cipher_of(KEYS)


@given(st.binary(), st.text())
def test_what_is_sealed_opens_in_its_place(plain: bytes, place: str) -> None:
    assert CIPHER.open(CIPHER.seal(plain, place), place) == plain


def test_it_opens_nowhere_else() -> None:
    sealed = CIPHER.seal(b"lisinopril", "orders:RF-1")
    with pytest.raises(UnreadableDataError, match="changed"):
        CIPHER.open(sealed, "orders:RF-2")


@given(st.data())
def test_a_changed_byte_is_noticed(data: st.DataObject) -> None:
    sealed = bytearray(CIPHER.seal(b"lisinopril", "orders:RF-1"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(UnreadableDataError):
        CIPHER.open(bytes(sealed), "orders:RF-1")


@pytest.mark.parametrize("length", [0, 1, 5, 12, 20])
def test_what_is_cut_short_is_noticed(length: int) -> None:
    with pytest.raises(UnreadableDataError):
        CIPHER.open(CIPHER.seal(b"lisinopril", "here")[:length], "here")


def test_equal_texts_are_sealed_differently() -> None:
    assert CIPHER.seal(b"lisinopril", "here") != CIPHER.seal(b"lisinopril", "here")


def test_an_older_key_still_opens_and_new_rows_get_the_active_one() -> None:
    old, rotated = CIPHER.seal(b"lisinopril", "here"), cipher_of(KEYS.rotated())
    assert rotated.open(old, "here") == b"lisinopril"
    assert not rotated.is_current(old)
    new = rotated.seal(b"lisinopril", "here")
    assert rotated.is_current(new)
    assert (key_number(old), key_number(new)) == (1, 2)


def test_a_key_that_is_gone_is_named_as_the_reason() -> None:
    sealed = CIPHER.seal(b"lisinopril", "here")
    with pytest.raises(UnreadableDataError, match="key file"):
        cipher_of(KEYS.rotated().without(1)).open(sealed, "here")


def test_a_hash_depends_on_the_key_the_purpose_and_every_value() -> None:
    digests = {
        CIPHER.digest("patient", "patient_001"),
        CIPHER.digest("prescription", "patient_001"),
        CIPHER.digest("patient", "patient_002"),
        CIPHER.digest("patient", "patient_001", 1),
        cipher_of(new_keys()).digest("patient", "patient_001"),
    }
    assert len(digests) == 5
    assert CIPHER.digest("patient", "patient_001") in digests
