"""Reads a list out of a JSON file record by record, so that the file may be larger than memory."""

import json
from collections.abc import Iterator
from typing import Any, TextIO

CHUNK_CHARS = 1 << 20
LONGEST_RECORD_CHARS = 1 << 22
"""A record that does not end within this is broken, not long."""

_WHITESPACE = " \t\n\r"
AFTER_A_VALUE = _WHITESPACE + ",:]}"


class BrokenJsonError(ValueError):
    """The text is not JSON, or not an object; the message is a sentence without its place.

    Attributes:
        line: Counted from 1; so is `column`.
    """

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class ListReader:
    """Reads one list of a JSON object.

    Args:
        file: An opened JSON file whose outermost value is an object.
        name: The field that holds the list.

    Attributes:
        found: Whether the field was there and was a list, after reading.
        is_empty: Whether the object has no field at all, after reading.
    """

    def __init__(self, file: TextIO, name: str) -> None:
        self.found = False
        self.is_empty = True
        self._file = file
        self._name = name
        self._text = ""
        self._at = 0
        self._lines = 0
        self._columns = 0
        self._decoder = json.JSONDecoder()

    def __iter__(self) -> Iterator[Any]:
        """The list's values, in file order.

        Raises:
            BrokenJsonError: The text up to here is not JSON; what comes after the object is looked at too.
            UnicodeDecodeError: The file is not UTF-8.
            OSError: The file cannot be read.
        """
        self._expect("{", "should be an object that holds a list of records")
        more = self._next() != "}"
        while more:
            self.is_empty = False
            if self._next() != '"':
                raise self._broken("Expecting property name enclosed in double quotes")
            name = self._value()
            self._expect(":", "Expecting ':' delimiter")
            is_wanted = name == self._name
            if self._next() == "[":
                self.found |= is_wanted
                yield from (value for value in self._list() if is_wanted)
            else:
                self._value()
            more = self._goes_on("}")
        self._expect("}", "Expecting property name enclosed in double quotes")
        if self._next():
            raise self._broken("Extra data")

    def _list(self) -> Iterator[Any]:
        self._expect("[", "Expecting value")
        more = self._next() != "]"
        while more:
            yield self._value()
            more = self._goes_on("]")
        self._expect("]", "Expecting value")

    def _goes_on(self, end: str) -> bool:
        """Whether a comma follows, and after it another value; what ends the object or the list is left."""
        following = self._next()
        if following == end:
            return False
        self._expect(",", "Expecting ',' delimiter")
        if self._next() == end:
            raise self._broken("Illegal trailing comma before end")
        return True

    def _value(self) -> Any:
        self._next()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if len(self._text) - self._at > LONGEST_RECORD_CHARS or not self._fill():
                    raise self._broken(error.msg, error.pos) from error
                continue
            # A number at the end of what is read may go on in the next piece.
            is_whole = end < len(self._text) and self._text[end] in AFTER_A_VALUE
            if is_whole or len(self._text) - self._at > LONGEST_RECORD_CHARS or not self._fill():
                self._at = end
                return value

    def _next(self) -> str:
        """The next character that is not white space, or nothing at the end; it is not taken."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _WHITESPACE:
                    return self._text[self._at]
                self._at += 1
            if not self._fill():
                return ""

    def _expect(self, character: str, message: str) -> None:
        if self._next() != character:
            raise self._broken(message)
        self._at += 1

    def _fill(self) -> bool:
        """Read on, and let go of what was taken; False at the end of the file."""
        piece = self._file.read(CHUNK_CHARS)
        if not piece:
            return False
        newline = self._text.rfind("\n", 0, self._at)
        self._lines += self._text.count("\n", 0, self._at)
        self._columns = self._at - newline - 1 if newline >= 0 else self._columns + self._at
        self._text = self._text[self._at :] + piece
        self._at = 0
        return True

    def _broken(self, message: str, at: int | None = None) -> BrokenJsonError:
        at = self._at if at is None else at
        newline = self._text.rfind("\n", 0, at)
        line = self._lines + self._text.count("\n", 0, at) + 1
        column = at - newline if newline >= 0 else self._columns + at + 1
        return BrokenJsonError(message, line, column)
