"""Lists read record by record, held to reading the whole file."""

import io
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rxflow.services import json_stream
from rxflow.services.json_stream import BrokenJsonError, ListReader

PLAIN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
DOCUMENTS = st.dictionaries(st.sampled_from(["patients", "about", "other", ""]), PLAIN, max_size=4)


def read(text: str, chunk: int, name: str = "patients") -> tuple[list[Any], bool, bool]:
    reader = ListReader(Pieces(text, chunk), name)
    values = list(reader)
    return values, reader.found, reader.is_empty


class Pieces(io.StringIO):
    """A file that gives a few characters at a time, however many are asked for."""

    def __init__(self, text: str, most: int) -> None:
        super().__init__(text)
        self._most = most

    def read(self, size: int | None = -1, /) -> str:
        return super().read(self._most)


# A busy machine is slow, not wrong.
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(document=DOCUMENTS, chunk=st.integers(1, 40), indent=st.sampled_from([None, 0, 3]), is_plain=st.booleans())
def test_a_list_is_read_as_the_whole_file_would_be(
    document: dict[str, Any], chunk: int, indent: int | None, is_plain: bool
) -> None:
    wanted = document.get("patients")
    text = json.dumps(document, indent=indent, ensure_ascii=is_plain)
    assert read(text, chunk) == (wanted if isinstance(wanted, list) else [], isinstance(wanted, list), not document)


@given(
    document=st.fixed_dictionaries({"patients": st.lists(PLAIN, min_size=1, max_size=3), "about": PLAIN}),
    at=st.integers(0, 400),
    put=st.sampled_from(["", "}", "]", ",", '"', "x", "{", "1", ":"]),
    chunk=st.integers(1, 40),
)
def test_what_is_not_json_is_refused(document: dict[str, Any], at: int, put: str, chunk: int) -> None:
    text = json.dumps(document)
    at %= len(text)
    broken = text[:at] + put + text[at + 1 :]
    try:
        whole = json.loads(broken)
    except json.JSONDecodeError:
        whole = None
    if isinstance(whole, dict):
        read(broken, chunk)
        return
    with pytest.raises(BrokenJsonError):
        read(broken, chunk)


@pytest.mark.parametrize("chunk", [1, 7, 1000])
@pytest.mark.parametrize(
    "text",
    [
        '{"patients": [\n{"a": 1},\n{"a" 2}]}',
        '{"patients": [\n{"a": 1}\n{"a": 2}]}',
        '{"about": "x",\n\n  "patients": [1, nul]}',
        '{"patients": [\n"unended]}\n',
        '{"patients": [1]\n}\n}',
        '{"patients": [1]\n',
        '{"about" 1}',
        "{1: 2}",
    ],
)
def test_a_fault_is_found_where_the_whole_reader_finds_it(text: str, chunk: int) -> None:
    with pytest.raises(json.JSONDecodeError) as whole:
        json.loads(text)
    with pytest.raises(BrokenJsonError) as caught:
        read(text, chunk)

    assert (caught.value.line, caught.value.column) == (whole.value.lineno, whole.value.colno)


@pytest.mark.parametrize("text", ["", "[]", "[{}]", '"x"', "3", " \n"])
def test_only_an_object_holds_lists(text: str) -> None:
    with pytest.raises(BrokenJsonError, match="should be an object"):
        read(text, 5)


@pytest.mark.parametrize("text", ['{"patients": [1,]}', '{"patients": [1],}'])
def test_a_comma_at_the_end_is_refused(text: str) -> None:
    with pytest.raises(BrokenJsonError, match="trailing comma"):
        read(text, 5)


def test_a_record_without_an_end_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "LONGEST_RECORD_CHARS", 50)
    file = Pieces('{"patients": ["' + "x" * 10_000, 10)
    with pytest.raises(BrokenJsonError, match="Unterminated string"):
        list(ListReader(file, "patients"))
    assert file.tell() < 200
