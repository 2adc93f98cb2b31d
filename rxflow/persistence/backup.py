"""A backup of the whole database in one file, made while it is used, and checked before it is trusted.

The file is a ZIP archive: a manifest with the number of rows in each table and the SHA-256 of each member, and the
database, as an SQLite file or as PostgreSQL's binary copies of its tables. What is sealed in the database is sealed in
it: the keys are kept apart.
"""

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, inspect

from rxflow.domain.errors import BackupError
from rxflow.domain.progress import Progress
from rxflow.persistence import postgresql_backup, sqlite_backup
from rxflow.persistence.engine import Store
from rxflow.persistence.schema import SCHEMA_VERSION

FORMAT = 1
MANIFEST = "manifest.json"
FILE_MODE = 0o600
CHUNK_BYTES = 1 << 20
BACKENDS = {"sqlite": sqlite_backup, "postgresql": postgresql_backup}


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. `rows` counts by table, `sha256` is in hexadecimal by member."""

    format: int
    made_at: str
    database: str
    schema: str
    rows: Mapping[str, int]
    sha256: Mapping[str, str]


def back_up(store: Store, path: Path, at: datetime, progress: Progress | None = None) -> Manifest:
    """Write a backup of one moment, while others go on.

    Args:
        path: The file to make; there must be none.
        at: The present.
        progress: Told how much was copied of how much, and then how many bytes were packed of how many.

    Raises:
        BackupError: The file is there already or cannot be written; nothing is left of it.
        StoreUnavailableError: The database cannot be read.
    """
    if path.exists():
        raise BackupError(f"{path} is there already. Name a new file.")
    backend = BACKENDS[store.engine.dialect.name]
    try:
        with TemporaryDirectory(dir=path.parent, prefix=".rxflow-backup-") as folder:
            rows = backend.dump(store.engine, Path(folder), progress)
            members = sorted(Path(folder).iterdir())
            digests = {member.name: _sha256(member) for member in members}
            manifest = Manifest(FORMAT, at.isoformat(), store.engine.dialect.name, SCHEMA_VERSION, rows, digests)
            _write(path, manifest, members, progress)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise BackupError(f"{path} cannot be written ({error.strerror}). No backup was made.") from error
    return manifest


def restore(path: Path, store: Store, *, replace: bool, progress: Progress | None = None) -> Manifest:
    """Put a backup in the place of a database's content, all of it or nothing.

    Args:
        store: The database, opened and so with its tables made.
        replace: Whether what is there may be lost.
        progress: Told how many bytes were unpacked of how many, and then how much was put back of how much.

    Raises:
        BackupError: It is not a backup, was damaged, is of another kind of database or release, does not hold what it
            says, or there is something that would be lost. The database stays as it was.
        StoreUnavailableError: The database cannot be written; it stays as it was.
    """
    with _unpacked(path, progress) as (manifest, folder):
        _check_kind(manifest, store)
        if not replace and _holds_anything(store):
            raise BackupError("The database is not empty. Add --replace to lose what is in it, or name another.")
        backend = BACKENDS[manifest.database]
        rows = backend.load(store.engine, folder, manifest.rows, progress)
        if rows != dict(manifest.rows):
            raise BackupError(f"{path} holds {rows}, and says {dict(manifest.rows)}. The database stays as it was.")
    return manifest


@contextmanager
def _unpacked(path: Path, progress: Progress | None) -> Iterator[tuple[Manifest, Path]]:
    """A backup's manifest, and a folder with its members, each as it was written."""
    try:
        with zipfile.ZipFile(path) as archive, TemporaryDirectory(dir=path.parent, prefix=".rxflow-restore-") as name:
            manifest = _read_manifest(archive, path)
            folder = Path(name)
            done, total = 0, sum(archive.getinfo(member).file_size for member in manifest.sha256)
            for member, digest in manifest.sha256.items():
                if Path(member).name != member:
                    raise _damaged(path)
                archive.extract(member, folder)
                if _sha256(folder / member) != digest:
                    raise _damaged(path)
                done += archive.getinfo(member).file_size
                if progress:
                    progress(done, total)
            yield manifest, folder
    except (zipfile.BadZipFile, KeyError, EOFError) as error:
        raise _damaged(path) from error
    except OSError as error:
        raise BackupError(f"{path} cannot be read ({error.strerror}). The database stays as it was.") from error


def _read_manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    try:
        manifest = Manifest(**json.loads(archive.read(MANIFEST)))
    except (ValueError, TypeError) as error:
        raise _damaged(path) from error
    if manifest.format != FORMAT:
        raise BackupError(f"{path} was made by another release. Update RxFlow and restore it again.")
    return manifest


def _check_kind(manifest: Manifest, store: Store) -> None:
    here = store.engine.dialect.name
    if manifest.database != here:
        raise BackupError(f"This is a backup of {manifest.database}, and RXFLOW_DATABASE_URL names {here}.")
    if manifest.schema != SCHEMA_VERSION:
        raise BackupError(
            f"This backup has the tables of version {manifest.schema}, and this release has {SCHEMA_VERSION}. Restore "
            "it with the release that made it; a newer one brings the database up to date when it opens it."
        )


def _holds_anything(store: Store) -> bool:
    with store.read() as tx:
        return any(rows for table, rows in count_rows(tx.connection).items() if table not in KEPT_BY_LIBRARIES)


KEPT_BY_LIBRARIES = frozenset({"alembic_version", "checkpoint_migrations"})
"""Tables that hold rows in a database that is new."""


def count_rows(connection: Connection) -> dict[str, int]:
    """The number of rows in each table of a database."""
    quoted = connection.dialect.identifier_preparer.quote
    return {
        table: connection.exec_driver_sql(f"SELECT count(*) FROM {quoted(table)}").scalar_one()  # noqa: S608
        for table in sorted(inspect(connection).get_table_names())
    }


def _write(path: Path, manifest: Manifest, members: list[Path], progress: Progress | None) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    with os.fdopen(handle, "wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
            done, total = 0, sum(member.stat().st_size for member in members)
            for member in members:
                with member.open("rb") as source, archive.open(member.name, "w", force_zip64=True) as target:
                    while chunk := source.read(CHUNK_BYTES):
                        target.write(chunk)
                        done += len(chunk)
                        if progress:
                            progress(done, total)
        file.flush()
        os.fsync(file.fileno())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _damaged(path: Path) -> BackupError:
    return BackupError(f"{path} is not a whole backup. Use another one. The database stays as it was.")
