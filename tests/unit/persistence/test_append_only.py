"""The statements that protect an append-only table."""

from itertools import permutations

from sqlalchemy import Column, Integer, MetaData, String, Table, UniqueConstraint

from rxflow.persistence.append_only import append_only_ddl

UNIQUE = (("patient", "version"), ("change",), ("reference",), ("version", "reference"))


def test_they_are_the_same_in_whatever_order_the_keys_were_declared() -> None:
    assert len({tuple(append_only_ddl(table(keys), "sqlite")) for keys in permutations(UNIQUE)}) == 1


def test_a_row_is_in_the_way_by_any_of_its_keys() -> None:
    (replace,) = [each for each in append_only_ddl(table(UNIQUE), "sqlite") if "no_replace" in each]
    assert "(number = NEW.number)" in replace
    for key in UNIQUE:
        assert f"({' AND '.join(f'{name} = NEW.{name}' for name in key)})" in replace


def table(unique: tuple[tuple[str, ...], ...]) -> Table:
    columns = [Column(name, String) for name in ("patient", "version", "change", "reference")]
    return Table("kept", MetaData(), Column("number", Integer, primary_key=True), *columns, *map(constraint, unique))


def constraint(key: tuple[str, ...]) -> UniqueConstraint:
    return UniqueConstraint(*key)
