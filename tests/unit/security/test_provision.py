from pathlib import Path

import pytest
from structlog.testing import capture_logs

from rxflow.domain.errors import ConfigurationError
from rxflow.security.keys import KeyFile, format_keys, new_keys
from rxflow.security.provision import open_key_ring


def test_a_demo_makes_its_keys_once_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "var" / "rxflow.key"
    with capture_logs() as logs:
        first = open_key_ring(None, file, is_production=False)
        second = open_key_ring(None, file, is_production=False)
    assert first.keys == second.keys
    assert first.keys.is_demo
    assert [(log["event"].partition(";")[0], log["path"]) for log in logs] == [("keys made for this demo", str(file))]


def test_keys_that_are_given_go_before_the_file(tmp_path: Path) -> None:
    keys = new_keys()
    assert open_key_ring(format_keys(keys), tmp_path / "rxflow.key", is_production=True).keys == keys
    assert list(tmp_path.iterdir()) == []


def test_a_production_does_not_start_without_keys(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"rxflow keys new"):
        open_key_ring(None, tmp_path / "rxflow.key", is_production=True)
    assert list(tmp_path.iterdir()) == []


def test_a_production_does_not_start_on_a_demos_keys(tmp_path: Path) -> None:
    file = KeyFile(tmp_path / "rxflow.key")
    file.create(new_keys(is_demo=True))
    with pytest.raises(ConfigurationError, match="made by a demo"):
        open_key_ring(None, file.path, is_production=True)
    with pytest.raises(ConfigurationError, match="made by a demo"):
        open_key_ring(format_keys(new_keys(is_demo=True)), file.path, is_production=True)


def test_a_production_starts_on_keys_of_its_own(tmp_path: Path) -> None:
    file, keys = KeyFile(tmp_path / "rxflow.key"), new_keys()
    file.create(keys)
    assert open_key_ring(None, file.path, is_production=True).keys == keys
