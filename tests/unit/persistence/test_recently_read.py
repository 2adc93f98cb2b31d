"""What was read a moment ago is not read again, and is never older than it may be."""

import threading

import pytest

from rxflow.persistence.recently_read import MOST_KEPT, SEEN_WITHIN_SECONDS, RecentlyRead


class Source:
    """Answers with how often it was asked, on a clock that tests move."""

    def __init__(self) -> None:
        self.at = 100.0
        self.asked: list[str] = []

    def read(self, key: str) -> int:
        self.asked.append(key)
        return len(self.asked)

    def now(self) -> float:
        return self.at


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def recent(source: Source) -> RecentlyRead[str, int]:
    return RecentlyRead(source.read, clock=source.now)


def test_a_value_is_read_once_within_two_seconds(source: Source, recent: RecentlyRead[str, int]) -> None:
    assert recent.get("a") == 1
    source.at += SEEN_WITHIN_SECONDS - 0.01
    assert recent.get("a") == 1
    source.at += 0.01
    assert recent.get("a") == 2


def test_being_asked_for_does_not_keep_a_value(source: Source, recent: RecentlyRead[str, int]) -> None:
    for _ in range(5):
        recent.get("a")
        source.at += 0.6
    assert source.asked == ["a", "a"]


def test_few_values_are_kept(source: Source, recent: RecentlyRead[str, int]) -> None:
    for number in range(MOST_KEPT + 1):
        recent.get(str(number))
    recent.get(str(MOST_KEPT))
    recent.get("1")
    assert len(source.asked) == MOST_KEPT + 1
    recent.get("0")
    assert source.asked[-1] == "0"


def test_old_values_are_let_go(source: Source, recent: RecentlyRead[str, int]) -> None:
    for key in "abc":
        recent.get(key)
    source.at += SEEN_WITHIN_SECONDS
    recent.get("d")
    assert list(recent._kept) == ["d"]


def test_what_cannot_be_read_is_asked_for_again(source: Source) -> None:
    def fail_once(key: str) -> int:
        if source.read(key) == 1:
            raise OSError(key)
        return 7

    recent = RecentlyRead(fail_once, clock=source.now)
    with pytest.raises(OSError, match="a"):
        recent.get("a")
    assert recent.get("a") == 7


def test_a_value_that_took_long_to_read_is_as_old_as_its_question(source: Source) -> None:
    def slowly(key: str) -> int:
        source.at += 1.5
        return source.read(key)

    recent = RecentlyRead(slowly, clock=source.now)
    recent.get("a")
    source.at += 0.5
    assert recent.get("a") == 2


def test_a_slower_reader_does_not_bring_back_what_was_there_before(source: Source) -> None:
    slow_may_end, slow_has_begun = threading.Event(), threading.Event()

    def read(key: str) -> str:
        if threading.current_thread() is slow:
            slow_has_begun.set()
            assert slow_may_end.wait(5)
            return "old"
        return "new"

    recent: RecentlyRead[str, str] = RecentlyRead(read, clock=source.now)
    slow = threading.Thread(target=recent.get, args=("a",))
    slow.start()
    assert slow_has_begun.wait(5)
    assert recent.get("a") == "new"
    slow_may_end.set()
    slow.join()
    assert recent.get("a") == "new"
