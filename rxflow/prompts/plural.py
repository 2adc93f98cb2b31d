"""Which form of a counted message fits a number, as a catalogue says it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from gettext import c2py  # the reader of plural rules in translation files

from rxflow.domain.errors import DataError

OTHER = "other"


@dataclass(frozen=True, slots=True)
class PluralRule:
    """The plural categories of a language, and the expression that gives a number's place among them.

    `categories` are CLDR's names, such as `one` and `other`; the last of a language is always `other`.
    """

    categories: tuple[str, ...]
    place: Callable[[int], int]

    @classmethod
    @cache
    def parse(cls, text: str) -> "PluralRule":
        """Read `one other: n != 1`: the categories, then the rule as gettext writes it (`Plural-Forms`).

        Raises:
            DataError: The text has another form.
        """
        names, _, rule = text.partition(":")
        categories = tuple(names.split())
        try:
            place = c2py(rule.strip())
        except ValueError as error:
            raise DataError(f"language_plural: {rule.strip()!r} is no plural rule such as n != 1") from error
        if categories[-1:] != (OTHER,):
            raise DataError(f"language_plural: should begin with the categories, {OTHER} last, as in one other: n != 1")
        return cls(categories, place)

    def category(self, count: int) -> str:
        """The category of a number."""
        return self.categories[min(self.place(count), len(self.categories) - 1)]
