"""Reads records from JSON and CSV files into dataclasses, and puts each fault into words for who edits the files."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from pydantic import ConfigDict, TypeAdapter, ValidationError

from rxflow.domain.errors import DataError
from rxflow.domain.pharmacy import OpeningHours
from rxflow.services.data_checks import Fault
from rxflow.services.json_stream import BrokenJsonError, ListReader

SHOULD = {
    "missing": "is missing; add it",
    "unexpected_keyword_argument": "is not known; remove it or correct its name",
    "written_days_ago": "should be whole days before today, such as 30",
    "fills_days_ago": "should be a list of whole days before today, such as [27, 57]",
    "expires_in_days": "should be whole days after today, such as 20",
    "starts_days_ago": "should be whole days before today, such as 30",
    "hours": "should be like 08:00-22:00, or null when closed",
}
"""What a field should be, by kind of fault or by the field's name in the file; else pydantic's own words serve."""

NOT_A_DATE = False
LONGEST_VALUE_SHOWN = 40
RECORDS_AT_ONCE = 1000
NOT_AN_OBJECT = "should be an object that holds a list of records"
PRIVATE_NOUNS = frozenset({"patients"})
"""Values of these records are never put into a message."""


@dataclass(frozen=True, slots=True)
class Source:
    """Records of one noun: their file, type, identifying fields, and the fields that the file calls by another name."""

    file: str
    noun: str
    record_type: type[Any]
    id_fields: tuple[str, ...]
    stored_as: Mapping[str, str] = field(default_factory=dict)


class DataReader:
    """Reads sources from a data folder and collects their faults.

    Args:
        data_dir: The folder that the sources' files are in.
        today: The day from which stored days are counted.
    """

    def __init__(self, data_dir: Path, today: date) -> None:
        self._dir = data_dir
        self._today = today
        self._documents: dict[str, dict[str, Any]] = {}
        self._rows: dict[str, list[Any]] = {}
        self._starts: dict[str, int] = {}
        self._faults: list[str] = []
        self._reading_from: TextIO | None = None

    @property
    def position(self) -> int:
        """How many bytes were read of the file that `batches` is reading."""
        return self._reading_from.buffer.tell() if self._reading_from else 0

    def size(self, source: Source) -> int:
        """The bytes of a source's file; 0 where there is none."""
        path = self._dir / source.file
        return path.stat().st_size if path.exists() else 0

    def records(self, source: Source) -> tuple[Any, ...]:
        """The source's records in file order; none when it has a fault, which is kept for `raise_faults`."""
        is_csv = source.file.endswith(".csv")
        return self._checked(source, self._csv_rows(source) if is_csv else self._json_rows(source), 0)

    def batches(self, source: Source, size: int = RECORDS_AT_ONCE) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """The source's records in file order, some at a time with the position of the first, however long the file is.

        Faults are kept as in `records`; those of a batch can be reported until the next one is asked for.
        """
        if source.file.endswith(".csv"):
            yield 0, self.records(source)
            return
        rows = self._streamed_rows(source)
        start = 0
        while batch := list(islice(rows, size)):
            yield start, self._checked(source, batch, start)
            start += len(batch)

    def _checked(self, source: Source, rows: list[Any], start: int) -> tuple[Any, ...]:
        """Rows as records, if all have the right shape; `start` is the position of the first in the file."""
        is_csv = source.file.endswith(".csv")
        self._rows[source.noun], self._starts[source.noun] = rows, start
        record_type: Any = source.record_type
        adapter = _adapter(record_type, is_csv)
        prepared = [self._prepared(source, row) for row in rows]
        try:
            return adapter.validate_python(prepared) if is_csv else adapter.validate_json(json.dumps(prepared))
        except ValidationError as error:
            for found in error.errors(include_url=False, include_context=False, include_input=False):
                self._report_shape(source, found["loc"], found["type"], found["msg"])
            return ()

    def report(self, source: Source, fault: Fault) -> None:
        """Keep a fault that a rule found in one of the source's records."""
        name, _, rest = fault.field.partition(".")
        stored = ".".join(filter(None, (source.stored_as.get(name, name), rest)))
        row = self._row(source, fault.position)
        value = row.get(stored) if isinstance(row, dict) else None
        was = f" (was {value})" if _is_plain(value) and source.noun not in PRIVATE_NOUNS else ""
        self._add(source.file, f"{self._label(source, fault.position)}: field {stored}: {fault.should}{was}")

    def raise_faults(self) -> None:
        """Stop at the faults found so far, if any.

        Raises:
            DataError: The first fault, and how many more there are.
        """
        if self._faults:
            more = f"; and {len(self._faults) - 1} more" if len(self._faults) > 1 else ""
            raise DataError(self._faults[0] + more)

    def _report_shape(self, source: Source, loc: tuple[int | str, ...], kind: str, message: str) -> None:
        position = self._starts[source.noun] + int(loc[0])
        if len(loc) == 1:
            self._add(source.file, f"{self._label(source, position)}: should be an object with named fields")
            return
        name = source.stored_as.get(str(loc[1]), str(loc[1]))
        should = SHOULD.get(kind) or SHOULD.get(name) or message.removeprefix("Input ").strip()
        self.report(source, Fault(source.noun, position, ".".join(map(str, loc[1:])), should))

    def _add(self, file: str, words: str) -> None:
        self._faults.append(f"{self._dir.name}/{file}: {words}")

    def _add_broken(self, file: str, line: int, column: int, message: str) -> None:
        self._add(file, f"line {line}, column {column}: {message}; correct the JSON there")

    def _label(self, source: Source, position: int) -> str:
        if source.file.endswith(".csv"):
            return f"line {position + 2}"
        row = self._row(source, position)
        names = [row.get(name) for name in source.id_fields] if isinstance(row, dict) else [None]
        if all(isinstance(name, str) and name for name in names):
            return f"record {'/'.join(map(str, names))}"
        return f"record number {position + 1} of {source.noun}"

    def _row(self, source: Source, position: int) -> Any:
        return self._rows[source.noun][position - self._starts[source.noun]]

    def _text(self, file: str) -> str | None:
        """A file's text; a byte order mark, which spreadsheets write, is dropped."""
        text: str | None = None
        with self._reading(file):
            text = (self._dir / file).read_text(encoding="utf-8-sig")
        return text

    @contextmanager
    def _reading(self, file: str) -> Iterator[None]:
        """Keep as a fault what prevents a file from being read."""
        try:
            yield
        except FileNotFoundError:
            self._add(file, f"there is no such file in {self._dir}; restore it or point RXFLOW_DATA_DIR to the data")
        except UnicodeDecodeError as error:
            self._add(file, f"byte {error.start} is not UTF-8; save the file as UTF-8")
        except OSError as error:
            self._add(file, f"cannot be read: {error.strerror}")

    def _streamed_rows(self, source: Source) -> Iterator[Any]:
        with self._reading(source.file), (self._dir / source.file).open(encoding="utf-8-sig") as file:
            rows = ListReader(file, source.noun)
            try:
                self._reading_from = file
                yield from rows
            except BrokenJsonError as error:
                self._add_broken(source.file, error.line, error.column, str(error))
                return
            finally:
                self._reading_from = None
            if rows.is_empty:
                self._add(source.file, NOT_AN_OBJECT)
            elif not rows.found:
                self._add(source.file, f"should hold a list named {source.noun}")

    def _json_rows(self, source: Source) -> list[Any]:
        if source.file not in self._documents:
            self._documents[source.file] = self._document(source.file)
        document = self._documents[source.file]
        rows = document.get(source.noun, [])
        if document and not isinstance(document.get(source.noun), list):
            self._add(source.file, f"should hold a list named {source.noun}")
            return []
        return list(rows)

    def _document(self, file: str) -> dict[str, Any]:
        """A file's outermost object; empty when it has a fault."""
        text = self._text(file)
        if text is None:
            return {}
        try:
            document = json.loads(text)
        except json.JSONDecodeError as error:
            self._add_broken(file, error.lineno, error.colno, error.msg)
            return {}
        if not isinstance(document, dict) or not document:
            self._add(file, NOT_AN_OBJECT)
            return {}
        return document

    def _csv_rows(self, source: Source) -> list[Any]:
        text = self._text(source.file)
        if text is None:
            return []
        # An empty cell is a value that is not known; a cell too many lands under the name None.
        return [
            {name or "(no column)": value or None for name, value in row.items()}
            for row in csv.DictReader(io.StringIO(text))
        ]

    def _prepared(self, source: Source, row: Any) -> Any:
        """A row as the type's fields are named, with days turned into dates and hours into times."""
        if not isinstance(row, dict):
            return row
        prepared = dict(row)
        for name, stored in source.stored_as.items():
            if name in prepared:
                prepared[name] = NOT_A_DATE
            elif stored in prepared:
                prepared[name] = self._converted(stored, prepared.pop(stored))
        if isinstance(prepared.get("hours"), dict):
            prepared["hours"] = {day: _hours(text) for day, text in prepared["hours"].items()}
        return prepared

    def _converted(self, stored: str, value: Any) -> Any:
        if isinstance(value, list):
            return [self._converted(stored, one) for one in value]
        if not stored.endswith(("_days_ago", "_in_days")):
            return value
        if type(value) is not int:
            return NOT_A_DATE
        try:
            return (self._today + timedelta(days=value if stored.endswith("_in_days") else -value)).isoformat()
        except OverflowError:
            return NOT_A_DATE


@cache
def _adapter(record_type: Any, is_csv: bool) -> TypeAdapter[tuple[Any, ...]]:
    # JSON has types to be strict about; a CSV cell is text until it is read as what the field says.
    return TypeAdapter(tuple[record_type, ...], config=ConfigDict(extra="forbid", strict=not is_csv))


def _hours(text: object) -> object:
    """Opening hours as an object; what cannot be read is left, and refused later."""
    try:
        hours = OpeningHours.parse(text) if isinstance(text, str) else None
    except ValueError:
        return text
    return {"opens": hours.opens.isoformat(), "closes": hours.closes.isoformat()} if hours else text


def _is_plain(value: object) -> bool:
    """Whether a value can be shown within one line of a message."""
    if isinstance(value, str):
        return 0 < len(value.strip()) <= LONGEST_VALUE_SHOWN and value.isprintable()
    return isinstance(value, int | float)
