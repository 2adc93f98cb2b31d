"""Reads JSON Lines files of labelled examples: each line is one object of a model, each with its own id."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, Field, ValidationError

from rxflow.domain.errors import RxFlowError


class Identified(BaseModel):
    """One line: an object with an id of its own."""

    id: str = Field(min_length=1)


Record = TypeVar("Record", bound=Identified)


def read_json_lines(path: Path, model: type[Record], noun: str, fault: type[RxFlowError]) -> tuple[Record, ...]:
    """Read a file; blank lines are passed over.

    Args:
        path: The file.
        model: What a line holds.
        noun: What a line is called in messages.
        fault: The error to raise.

    Raises:
        RxFlowError: Of the type `fault`: the file cannot be read, holds nothing, or a line is broken. The message names
            the line and the field.
    """
    try:
        lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    except OSError as error:
        raise fault(f"{path} cannot be read: {error.strerror}. Name a JSON Lines file.") from error
    records = tuple(_records(path, lines, model, fault))
    if not records:
        raise fault(f"{path} holds no {noun}. Write one JSON object a line.")
    return records


def _records(path: Path, lines: list[bytes], model: type[Record], fault: type[RxFlowError]) -> Iterator[Record]:
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = model.model_validate(json.loads(line))
        except ValidationError as error:
            raise fault(f"{path} line {number}: {_wrong_fields(error)}") from error
        except ValueError as error:
            raise fault(f"{path} line {number}: not a JSON object in UTF-8 ({error})") from error
        if record.id in seen:
            raise fault(f"{path} line {number}: id: {record.id} is also the id of line {seen[record.id]}")
        seen[record.id] = number
        yield record


def _wrong_fields(error: ValidationError) -> str:
    faults = []
    for fault in error.errors(include_url=False, include_input=False):
        # Pydantic names the key of a mapping by an index of its own.
        field = ".".join(str(part) for part in fault["loc"] if part != "[key]")
        faults.append(f"{field or 'line'}: {fault['msg']}")
    return "; ".join(faults)
