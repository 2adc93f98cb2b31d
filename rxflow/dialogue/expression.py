"""Regular expressions that are compiled when they are first needed, not by whoever imports them."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

Found = re.Match[str] | None


class Expression:
    """A regular expression; many a one is never met in a process, and compiling is slow.

    What `re.Pattern` does is kept as it is first asked for, so that nothing is in between when it is asked for again.
    """

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

    @cached_property
    def search(self) -> Callable[..., Found]:
        """As of `re.Pattern`."""
        return self.compiled.search

    @cached_property
    def match(self) -> Callable[..., Found]:
        """As of `re.Pattern`."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., Found]:
        """As of `re.Pattern`."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As of `re.Pattern`."""
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[str]]:
        """As of `re.Pattern`, for an expression without groups or with one."""
        return self.compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """As of `re.Pattern`."""
        return self.compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """As of `re.Pattern`."""
        return self.compiled.sub
