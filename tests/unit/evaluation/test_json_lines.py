"""What a broken file of one object a line is told, in each format."""

import json
from pathlib import Path

import pytest

from . import test_scenario, test_utterance
from .json_line_files import Format

EACH_FORMAT = pytest.mark.parametrize("form", [test_scenario.FORMAT, test_utterance.FORMAT], ids=lambda form: form.noun)


def broken_files(form: Format) -> list[tuple[bytes, str]]:
    """Files, and what their reader is told."""
    good = json.dumps(form.good)
    return [
        (b"{", "line 1: not a JSON object"),
        (b"[]", "line 1: line: "),
        (b'\n{"id": "\xff"}', "line 2: not a JSON object"),
        (json.dumps({**form.good, "id": ""}).encode(), "line 1: id: "),
        (f"{good}\n{good}".encode(), f"line 2: id: {form.good['id']} is also the id of line 1"),
        (b"\n \n", f"holds no {form.noun}"),
    ]


@EACH_FORMAT
@pytest.mark.parametrize("which", range(6))
def test_a_broken_file_is_one_message(tmp_path: Path, form: Format, which: int) -> None:
    content, told = broken_files(form)[which]
    path = tmp_path / "broken.jsonl"
    path.write_bytes(content)

    with pytest.raises(form.fault) as raised:
        form.read(path)

    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


@EACH_FORMAT
def test_a_file_that_cannot_be_read_is_said_so(tmp_path: Path, form: Format) -> None:
    with pytest.raises(form.fault, match="cannot be read: No such file"):
        form.read(tmp_path / "none.jsonl")
