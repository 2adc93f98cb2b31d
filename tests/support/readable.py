"""Everything that was written somewhere, and whether words can be read in it without a key."""

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import psycopg
from psycopg import sql
from redis import Redis

LEAST_CHARS = 5
"""Shorter words are in any megabyte of random bytes."""


def readable(words: Iterable[str], written: bytes) -> set[str]:
    """The words that can be read somewhere: as UTF-8 in any case, as JSON writes them, or in hexadecimal.

    Args:
        words: What is looked for; shorter ones than `LEAST_CHARS` are not.
        written: What is looked through.
    """
    lower = written.lower()
    hidden = (bytes.fromhex(run[start:].decode()[: (len(run) - start) // 2 * 2]) for run, start in _runs(lower))
    everything = b"\n".join((lower, *(each.lower() for each in hidden)))
    return {word for word in words if len(word) >= LEAST_CHARS and any(form in everything for form in _forms(word))}


def _runs(lower: bytes) -> Iterator[tuple[bytes, int]]:
    """What may be hexadecimal, and where in it a byte may begin."""
    return ((run, start) for run in re.findall(rb"[0-9a-f]{10,}", lower) for start in (0, 1))


def files(folder: Path) -> dict[str, bytes]:
    """Every file in a folder and below, and what is packed into those that are archives."""
    found: dict[str, bytes] = {}
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                found |= {f"{path.name}/{name}": name.encode() + archive.read(name) for name in archive.namelist()}
        else:
            found[path.name] = path.name.encode() + path.read_bytes()
    return found


def tables(url: str) -> dict[str, bytes]:
    """Every table of a PostgreSQL database as COPY writes it, and what the server knows of its columns' values."""
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        found = {name: b"".join(_copied(connection, name)) for (name,) in rows}
        known = connection.execute("SELECT most_common_vals::text, histogram_bounds::text FROM pg_stats").fetchall()
    return {**found, "pg_stats": repr(known).encode()}


def kept_in_redis(url: str, prefix: str) -> dict[str, bytes]:
    """Every key with a prefix, and its value."""
    with Redis.from_url(url) as redis:
        return {key.decode(): key + (redis.dump(key) or b"") for key in redis.scan_iter(f"{prefix}*")}


def _copied(connection: psycopg.Connection[tuple[object, ...]], table: str) -> Iterator[bytes]:
    with connection.cursor().copy(sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))) as copy:
        yield from (bytes(block) for block in copy)


def _forms(word: str) -> set[bytes]:
    lower = word.lower()
    return {lower.encode(), json.dumps(lower)[1:-1].encode()}
