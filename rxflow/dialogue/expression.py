"""Regular expressions that are compiled when they are first needed, not by whoever imports them."""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property


class Expression:
    """A regular expression; many a one is never met in a process, and compiling is slow."""

    def __init__(self, source: str | Callable[[], str]) -> None:
        """Take the source, or what writes it."""
        self._source = source

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.pattern)

    @property
    def pattern(self) -> str:
        """The source."""
        return self._source if isinstance(self._source, str) else self._source()

    def search(self, text: str, place: int = 0) -> re.Match[str] | None:
        """As of `re.Pattern`."""
        return self.compiled.search(text, place)

    def match(self, text: str, place: int = 0) -> re.Match[str] | None:
        """As of `re.Pattern`."""
        return self.compiled.match(text, place)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As of `re.Pattern`."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str, place: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As of `re.Pattern`."""
        return self.compiled.finditer(text, place, end)

    def findall(self, text: str) -> list[str]:
        """As of `re.Pattern`, for an expression without groups or with one."""
        return self.compiled.findall(text)

    def split(self, text: str) -> list[str]:
        """As of `re.Pattern`."""
        return self.compiled.split(text)

    def sub(self, written: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As of `re.Pattern`."""
        return self.compiled.sub(written, text)
