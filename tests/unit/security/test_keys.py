import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from rxflow.domain.errors import ConfigurationError
from rxflow.security.keys import KeyFile, KeyRing, KeyText, format_keys, new_keys, parse_keys


def test_keys_survive_being_written_and_read() -> None:
    keys = new_keys(is_demo=True).rotated()
    assert parse_keys(format_keys(keys), "here") == keys


def test_rotation_keeps_the_old_keys_and_adds_an_active_one() -> None:
    keys = new_keys()
    rotated = keys.rotated()
    assert rotated.active == 2
    assert rotated.data[1] == keys.data[1] != rotated.data[2]
    assert (rotated.lookup, rotated.audit) == (keys.lookup, keys.audit)


def test_an_old_key_can_be_taken_away_and_the_active_one_cannot() -> None:
    keys = new_keys().rotated()
    assert set(keys.without(1).data) == {2}
    for number in (2, 3):
        with pytest.raises(ConfigurationError):
            keys.without(number)


def test_the_repr_of_keys_shows_none_of_them() -> None:
    keys = new_keys()
    assert str(keys.lookup) not in repr(keys)


@pytest.mark.parametrize(
    "change",
    [
        {"active": 7},
        {"lookup": "c2hvcnQ="},
        {"lookup": "not base64!"},
        {"data": []},
        {"audit": None},
    ],
)
def test_malformed_keys_are_refused_without_quoting_them(change: dict[str, object]) -> None:
    text = json.dumps(json.loads(format_keys(new_keys())) | change)
    with pytest.raises(ConfigurationError, match="RXFLOW_KEYS") as caught:
        KeyText(text).load()
    assert text not in str(caught.value)


def test_text_that_is_not_json_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="rxflow keys new"):
        KeyText("secret").load()


def test_a_key_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    file, keys = KeyFile(tmp_path / "var" / "rxflow.key"), new_keys()
    assert file.create(keys)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert file.load() == keys


def test_of_two_that_make_the_key_file_the_first_wins(tmp_path: Path) -> None:
    file, first = KeyFile(tmp_path / "rxflow.key"), new_keys()
    assert file.create(first)
    assert not file.create(new_keys())
    assert file.load() == first
    assert [path.name for path in tmp_path.iterdir()] == ["rxflow.key"]


def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    file = KeyFile(tmp_path / "rxflow.key")
    file.create(new_keys())
    file.path.chmod(0o644)
    with pytest.raises(ConfigurationError, match="chmod 600"):
        file.load()


def test_a_missing_key_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"rxflow\.key"):
        KeyFile(tmp_path / "rxflow.key").load()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_key_file_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ConfigurationError, match="cannot be written"):
        KeyFile(tmp_path / "rxflow.key").create(new_keys())


def test_a_key_file_in_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigurationError, match="cannot be written"):
        KeyFile(tmp_path / "file" / "rxflow.key").create(new_keys())
    with pytest.raises(ConfigurationError, match="cannot be written"):
        KeyFile(tmp_path / "none" / "rxflow.key").save(new_keys())


def test_a_ring_learns_of_keys_that_another_process_added(tmp_path: Path) -> None:
    file, keys = KeyFile(tmp_path / "rxflow.key"), new_keys()
    file.create(keys)
    ring = KeyRing(file)
    assert ring.data_key(2) is None
    rotated = keys.rotated()
    file.save(rotated)
    assert ring.data_key(2) == rotated.data[2]
    assert ring.keys == rotated
    file.save(replace(rotated, is_demo=True))
    ring.refresh()
    assert ring.keys.is_demo
