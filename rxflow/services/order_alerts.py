"""What the rules find about an order that the pharmacy works on, and who has read it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rxflow.clinical.overrides import must_be_read
from rxflow.domain.case import EscalationCase
from rxflow.domain.errors import AlertsOpenError
from rxflow.domain.finding import Finding, FindingCode, Severity
from rxflow.domain.fulfillment import NEVER_OVERRIDDEN, WorkAct, WorkEntry
from rxflow.domain.order import Order
from rxflow.domain.preferences import Preferences
from rxflow.domain.report import Report
from rxflow.persistence.case_repository import Decisions
from rxflow.persistence.order_repository import Product
from rxflow.persistence.transaction import Transaction
from rxflow.services.refills import Records, RefillService, product_of

_ID_CHARS = 12


@dataclass(frozen=True, slots=True)
class OrderAlert:
    """One finding about an order.

    Attributes:
        code: What it is read and overridden by, such as `INTERACTION.3f9a…`: it changes with what the finding says, so
            that whoever read one has not read another.
        must_be_read: Whether nobody may sign the order off without having read it.
        can_be_overridden: Whether it stops the order, and a pharmacist may go on for a reason.
        read_by: Who has read it, by their user ids.
        overridden_by: Who has overridden it.
    """

    code: str
    finding: Finding
    must_be_read: bool
    can_be_overridden: bool
    read_by: tuple[str, ...]
    overridden_by: tuple[str, ...]

    @property
    def is_blocking(self) -> bool:
        """Whether it stops the order unless it is overridden."""
        return self.finding.severity is Severity.BLOCK


class WithoutOrder:
    """The records as they would be had an order, and those of later fills of its prescription, not been placed.

    Args:
        records: The records as they are.
        order: The order.
        product: What it takes from its pharmacy's stock.
    """

    def __init__(self, records: Records, order: Order, product: Product | None) -> None:
        self._records = records
        self._order = order
        self._product = product

    def of_patient(self, patient_id: str) -> tuple[Order, ...]:
        """A patient's orders that are not cancelled, without it."""
        return tuple(each for each in self._records.of_patient(patient_id) if not self._is_left_out(each))

    def announce(self, products: Iterable[Product]) -> None:
        """Say whose stock will be asked for."""
        self._records.announce(products)

    def reserved(self, pharmacy_id: str, product: Product) -> int:
        """How many fills of a product the other orders take from a pharmacy's stock."""
        taken = self._records.reserved(pharmacy_id, product)
        return taken - 1 if (pharmacy_id, product) == (self._order.pharmacy_id, self._product) else taken

    def approved_until(self, patient_id: str, rx_number: str, code: FindingCode) -> date | None:
        """The last day of what the plan approved after a finding of this code, or None."""
        return self._records.approved_until(patient_id, rx_number, code)

    def decisions(self, patient_id: str) -> Decisions:
        """What pharmacists and prescribers have approved of a patient's prescriptions."""
        return self._records.decisions(patient_id)

    def reports(self, patient_id: str) -> tuple[Report, ...]:
        """What a patient reported, unless a pharmacist has closed it without confirming."""
        return self._records.reports(patient_id)

    def open_cases(self, patient_id: str) -> tuple[EscalationCase, ...]:
        """The cases of a patient that wait for a person."""
        return self._records.open_cases(patient_id)

    def preferences(self, patient_id: str) -> Preferences:
        """What a patient has chosen."""
        return self._records.preferences(patient_id)

    def _is_left_out(self, other: Order) -> bool:
        return other.rx_number == self._order.rx_number and other.fill_number >= self._order.fill_number


def alerts_of(
    order: Order, entries: Sequence[WorkEntry], refills: RefillService, records: Records, tx: Transaction
) -> tuple[OrderAlert, ...]:
    """What the rules find about an order today, as if it had not been placed, in the order of decisions.

    Args:
        order: The order.
        entries: What was done with it.
        refills: Asks the rules.
        records: What they count.
        tx: Its cipher names the alerts.
    """
    prescription = refills.prescription(order.patient_id, order.rx_number, records)
    product = product_of(prescription) if prescription is not None else None
    others = WithoutOrder(records, order, product)
    found = refills.assess(order.patient_id, order.rx_number, order.pharmacy_id, others)
    shown = (each for each in found.findings if each.severity in (Severity.BLOCK, Severity.WARN))
    return tuple(_alert(finding, entries, tx) for finding in shown)


def check_signed(alerts: Sequence[OrderAlert], actor: str, *, by_anybody: bool) -> None:
    """Whoever signs has read what must be read, and overridden what stops the order.

    Args:
        alerts: The order's alerts as they are now.
        actor: Who signs.
        by_anybody: Whether it counts too that another one has, as after the clinical check.

    Raises:
        AlertsOpenError: They have not.
    """

    def has(people: tuple[str, ...]) -> bool:
        return bool(people) if by_anybody else actor in people

    unread = tuple(each.code for each in alerts if each.must_be_read and not has(each.read_by))
    stopping = tuple(each.code for each in alerts if each.is_blocking and not has(each.overridden_by))
    if unread or stopping:
        raise AlertsOpenError(unread, stopping)


def _alert(finding: Finding, entries: Sequence[WorkEntry], tx: Transaction) -> OrderAlert:
    said = [f"{name}={value}" for name, value in sorted(finding.evidence.items())]
    code = f"{finding.code}.{tx.cipher.digest('alert', finding.code, finding.severity, *said)[:_ID_CHARS]}"
    is_blocking = finding.severity is Severity.BLOCK

    def by(act: WorkAct) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.actor for each in entries if (each.act, each.alert) == (act, code)))

    return OrderAlert(
        code=code,
        finding=finding,
        must_be_read=must_be_read(finding),
        can_be_overridden=is_blocking and finding.code not in NEVER_OVERRIDDEN,
        read_by=by(WorkAct.ALERT_READ),
        overridden_by=by(WorkAct.OVERRIDDEN),
    )
