"""The garbage collector."""

import gc

import pytest

from rxflow.observability.collector import keep_loaded, paused


def test_it_pauses_and_goes_on_even_after_an_error() -> None:
    def build() -> None:
        with paused():
            assert not gc.isenabled()
            raise KeyError

    with pytest.raises(KeyError):
        build()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_is_loaded_is_out_of_its_sight() -> None:
    kept = [object()]
    keep_loaded()
    try:
        assert gc.get_freeze_count() > 0
        assert not any(each is kept for each in gc.get_objects())
    finally:
        gc.unfreeze()
