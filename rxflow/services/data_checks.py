"""What the data files must hold beyond the right types: unique ids, references that resolve, sane numbers and dates."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, time, timedelta
from typing import Any

from rxflow.domain.patient import Patient
from rxflow.domain.pharmacy import OpeningHours, Pharmacy
from rxflow.domain.prescription import Prescription

MAX_DAYS_SUPPLY = 365
OLDEST_RECORD_DAYS = 10 * 366
OLDEST_AGE_YEARS = 125


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with one record: the field (of the domain type) and what it should be."""

    noun: str
    position: int
    field: str
    should: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A check of one field; `holds` gets the record and today."""

    field: str
    holds: Callable[[Any, date], bool]
    should: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A field whose value, or each of whose values, must be the id of a record of another noun; None refers to none."""

    noun: str
    field: str
    target: str


def _latest_first(prescription: Prescription, _: date) -> bool:
    return all(later > earlier for later, earlier in zip(prescription.fills, prescription.fills[1:], strict=False))


def _recent(day: date, today: date) -> bool:
    return today - timedelta(days=OLDEST_RECORD_DAYS) <= day <= today


def _opens_before_it_closes(day: str) -> Callable[[Any, date], bool]:
    def holds(pharmacy: Pharmacy, _: date) -> bool:
        hours: OpeningHours | None = getattr(pharmacy.hours, day)
        return hours is None or hours.closes == time(0) or hours.opens < hours.closes

    return holds


_LATITUDE = Rule("latitude", lambda place, _: -90 <= place.latitude <= 90, "should be degrees between -90 and 90")
_LONGITUDE = Rule("longitude", lambda place, _: -180 <= place.longitude <= 180, "should be degrees from -180 to 180")
_MONEY = "should be at least 0 dollars"

_MAX_REFILLS = Rule("max_refills", lambda r, _: r.max_refills is None or r.max_refills >= 0, "should be at least 0")
_MAX_DAYS_SUPPLY = Rule(
    "max_days_supply",
    lambda r, _: r.max_days_supply is None or 1 <= r.max_days_supply <= MAX_DAYS_SUPPLY,
    "should be between 1 and 365",
)
_PERIOD = Rule(
    "effective_until",
    lambda r, _: None in (r.effective_from, r.effective_until) or r.effective_from <= r.effective_until,
    "should not be before effective_from",
)

RULES: Mapping[str, tuple[Rule, ...]] = {
    "patients": (
        Rule("name", lambda p, _: bool(p.name.split()), "should not be empty"),
        Rule("date_of_birth", lambda p, today: p.date_of_birth <= today, "should not be after today"),
        Rule("date_of_birth", lambda p, today: p.age_on(today) <= OLDEST_AGE_YEARS, "should be within 125 years"),
        Rule("guardian.name", lambda p, _: p.guardian is None or bool(p.guardian.name.split()), "should not be empty"),
        Rule(
            "guardian.relationship",
            lambda p, _: p.guardian is None or bool(p.guardian.relationship.split()),
            "should not be empty",
        ),
        Rule(
            "guardian.valid_until",
            lambda p, _: (
                p.guardian is None or p.guardian.valid_until is None or p.guardian.valid_until > p.date_of_birth
            ),
            "should be a day after the birth date, or null when no last day is set",
        ),
    ),
    "prescriptions": (
        Rule("quantity", lambda p, _: p.quantity >= 1, "should be at least 1"),
        Rule("days_supply", lambda p, _: 1 <= p.days_supply <= MAX_DAYS_SUPPLY, "should be between 1 and 365"),
        Rule("refills_authorized", lambda p, _: p.refills_authorized >= 0, "should be at least 0"),
        Rule(
            "refills_remaining",
            lambda p, _: 0 <= p.refills_remaining <= p.refills_authorized,
            "should be between 0 and refills_authorized",
        ),
        Rule(
            "written_on",
            lambda p, today: _recent(p.written_on, today),
            "should be a day between today and ten years ago",
        ),
        Rule(
            "fills",
            lambda p, today: all(_recent(f, today) for f in p.fills),
            "should be days between today and ten years ago",
        ),
        Rule("fills", _latest_first, "should be different days, the latest fill first"),
    ),
    "pharmacies": (
        _LATITUDE,
        _LONGITUDE,
        Rule("price_index", lambda p, _: p.price_index > 0, "should be above 0"),
        Rule("wait_minutes", lambda p, _: p.wait_minutes is None or p.wait_minutes >= 0, "should be at least 0"),
        *(
            Rule(f"hours.{day}", _opens_before_it_closes(day), "should open before it closes")
            for day in ("weekday", "saturday", "sunday")
        ),
    ),
    "stock": (
        Rule(
            "fills_available", lambda s, _: s.fills_available is None or s.fills_available >= 0, "should be at least 0"
        ),
    ),
    "zip_codes": (_LATITUDE, _LONGITUDE),
    "plans": (
        Rule("refill_threshold", lambda p, _: 0 < p.refill_threshold <= 1, "should be above 0 and at most 1"),
        Rule("tier1_copay", lambda p, _: p.tier1_copay >= 0, _MONEY),
        Rule("tier2_copay", lambda p, _: p.tier2_copay >= 0, _MONEY),
        Rule("tier3_copay", lambda p, _: p.tier3_copay >= 0, _MONEY),
        Rule("tier4_coinsurance", lambda p, _: 0 <= p.tier4_coinsurance <= 1, "should be between 0 and 1"),
        Rule("deductible", lambda p, _: p.deductible >= 0, _MONEY),
    ),
    "formulary": (
        Rule("tier", lambda f, _: 1 <= f.tier <= 4, "should be between 1 and 4"),
        Rule(
            "quantity_limit",
            lambda f, _: f.quantity_limit is None or min(f.quantity_limit.quantity, f.quantity_limit.days) >= 1,
            "should have a quantity and days of at least 1",
        ),
        Rule(
            "step_therapy",
            lambda f, _: f.step_therapy is None or 1 <= f.step_therapy.minimum <= len(f.step_therapy.try_first),
            "should have a minimum between 1 and the number of medicines in try_first",
        ),
    ),
    "authorizations": (
        Rule(
            "expires_on",
            lambda a, today: abs(a.expires_on - today) <= timedelta(days=OLDEST_RECORD_DAYS),
            "should be days within ten years of today",
        ),
    ),
    "prices": (
        Rule("unit_price", lambda p, _: p.unit_price >= 0, _MONEY),
        Rule("brand_unit_price", lambda p, _: p.brand_unit_price is None or p.brand_unit_price >= 0, _MONEY),
    ),
    "doses": (Rule("mg_per_day", lambda dose, _: dose.mg_per_day > 0, "should be above 0"),),
    "schedule_rules": (
        Rule(
            "refill_threshold",
            lambda r, _: r.refill_threshold is None or 0 < r.refill_threshold <= 1,
            "should be above 0 and at most 1",
        ),
        _MAX_REFILLS,
        _MAX_DAYS_SUPPLY,
    ),
    "state_rules": (
        Rule(
            "state", lambda r, _: len(r.state) == 2 and r.state.isupper(), "should be two capital letters, such as TX"
        ),
        Rule(
            "expires_after_months",
            lambda r, _: r.expires_after_months is None or r.expires_after_months >= 1,
            "should be at least 1",
        ),
        _MAX_REFILLS,
        _MAX_DAYS_SUPPLY,
        _PERIOD,
    ),
    "rems": (_PERIOD,),
}

REFERENCES = (
    Reference("patients", "plan_id", "plans"),
    Reference("patients", "preferred_pharmacy_id", "pharmacies"),
    Reference("patients", "zip", "zip_codes"),
    Reference("prescriptions", "patient_id", "patients"),
    Reference("prescriptions", "drug", "drugs"),
    Reference("stock", "pharmacy_id", "pharmacies"),
    Reference("plans", "preferred_pharmacies", "pharmacies"),
    Reference("formulary", "plan_id", "plans"),
    Reference("authorizations", "patient_id", "patients"),
)


def find_unspoken(patients: Iterable[Patient], languages: Collection[str], start: int = 0) -> Iterator[Fault]:
    """Patients whose language nobody here can write.

    Args:
        patients: In file order.
        languages: Those that there is a message catalogue for.
        start: The position of the first.
    """
    for position, patient in enumerate(patients, start):
        if patient.language not in languages:
            yield Fault("patients", position, "language", f"should be one of {', '.join(sorted(languages))}")


class FaultFinder:
    """Checks records against each other and the rules, a part of them at a time.

    Args:
        ids: The fields that together identify a record, by noun; a reference may point only to a noun with one.
        today: The day that counts as today.
    """

    def __init__(self, ids: Mapping[str, tuple[str, ...]], today: date) -> None:
        self._ids = ids
        self._today = today
        self._known: dict[str, set[Any]] = {reference.target: set() for reference in REFERENCES}
        self._seen: dict[str, set[tuple[Any, ...]]] = {noun: set() for noun in ids}

    def know(self, noun: str, records: Iterable[Any]) -> None:
        """Let references to these records resolve."""
        if noun in self._known:
            self._known[noun].update(_key(record, self._ids[noun])[0] for record in records)

    def faults(self, noun: str, records: Sequence[Any], start: int = 0) -> Iterator[Fault]:
        """The faults of records whose references are known already, in their order.

        Args:
            records: Those that follow the ones that were looked at before.
            start: The position of the first.
        """
        names = tuple(field.name for field in fields(records[0])) if records else ()
        references = tuple(reference for reference in REFERENCES if reference.noun == noun)
        seen, rules = self._seen[noun], RULES.get(noun, ())
        for position, record in enumerate(records, start):
            key = _key(record, self._ids[noun])
            if key in seen:
                yield Fault(noun, position, self._ids[noun][-1], "should be unique; another record has the same")
            seen.add(key)
            for name in names:
                value = getattr(record, name)
                if isinstance(value, str) and not value.strip():
                    yield Fault(noun, position, name, "should not be empty")
            for rule in rules:
                if not rule.holds(record, self._today):
                    yield Fault(noun, position, rule.field, rule.should)
            for reference in references:
                if not _resolves(getattr(record, reference.field), self._known[reference.target]):
                    yield Fault(noun, position, reference.field, f"should be the id of one of the {reference.target}")


def find_faults(
    records: Mapping[str, tuple[Any, ...]], ids: Mapping[str, tuple[str, ...]], today: date
) -> Iterator[Fault]:
    """Check loaded records against each other and the rules.

    Args:
        records: The records by noun, such as `patients`.
        ids: The fields that together identify a record, by noun.
        today: The day that counts as today.

    Yields:
        Each fault, noun by noun in file order.
    """
    finder = FaultFinder(ids, today)
    for noun, group in records.items():
        finder.know(noun, group)
    for noun, group in records.items():
        yield from finder.faults(noun, group)


def _key(record: Any, id_fields: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(record, name) for name in id_fields)


def _resolves(value: object, known: set[Any]) -> bool:
    if value is None:
        return True
    return all(one in known for one in value) if isinstance(value, tuple) else value in known
