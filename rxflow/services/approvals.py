"""What an approval does: the findings it lifts, the fills it renews, the day until which the plan pays."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from rxflow.clinical.overrides import as_seen, is_liftable, last_day_of, must_be_read
from rxflow.domain.case import CaseProgress, CaseStep, EscalationCase
from rxflow.domain.case_decision import SeenFinding
from rxflow.domain.errors import TransitionError, UnreadAlertsError
from rxflow.domain.finding import Finding, FindingCode, Route, Severity
from rxflow.services.refills import Records, RefillService

RENEWABLE = frozenset({FindingCode.EXPIRED, FindingCode.NO_REFILLS})
"""What a prescriber's renewal is the answer to (DOMAIN.md §1.1)."""


class Approvals:
    """Works out an approval from the rules as they are now, within the transaction that keeps it.

    Args:
        refills: Asks the clinical rules.
        today: The pharmacies' current day.
    """

    def __init__(self, refills: RefillService, today: Callable[[], date]) -> None:
        self._refills = refills
        self._today = today

    def findings(self, case: EscalationCase, records: Records) -> tuple[Finding, ...]:
        """What the rules find now about a case's prescription, whatever was approved before; none without one."""
        if case.rx_number is None:
            return ()
        found = self._refills.assess(case.patient_id, case.rx_number, records=records, is_before_review=True)
        return found.findings

    def filled_in(
        self,
        progress: CaseProgress,
        case: EscalationCase,
        steps: Iterable[CaseProgress],
        records: Records,
        valid_until: date | None,
        refills: int | None,
    ) -> tuple[CaseProgress, tuple[FindingCode, ...]]:
        """An approval with all that it does, and the codes that stop the refill all the same.

        Raises:
            UnreadAlertsError: Who approves has not opened an alert that must be read, with its facts as they are now.
            TransitionError: What is approved cannot be, or a last day, a number of refills or a note does not fit.
        """
        findings = self.findings(case, records)
        unread = unread_alerts(findings, steps, progress.actor)
        if unread:
            raise UnreadAlertsError(tuple(code.value for code in unread))
        if case.route is Route.PRESCRIBER:
            return self._renewal(progress, case, findings, valid_until, refills), ()
        if refills is not None:
            raise TransitionError("Only a prescriber's renewal gives refills. Nothing was changed.")
        if case.route is Route.INSURER:
            return self._authorization(progress, valid_until), ()
        reviewed = self._review(progress, case, findings, valid_until)
        return reviewed, _still_stopping(findings, reviewed)

    def _review(
        self, progress: CaseProgress, case: EscalationCase, findings: tuple[Finding, ...], valid_until: date | None
    ) -> CaseProgress:
        """A pharmacist's judgement: what the case carries and they may judge is lifted, and nothing else."""
        lifted = tuple(as_seen(each) for each in findings if is_liftable(each) and each.code in case.findings)
        if not lifted:
            stays = sorted({each.code.value for each in findings if each.severity is Severity.BLOCK})
            if stays:
                raise TransitionError(
                    f"No approval of this case lifts {', '.join(stays)}: the refill stays stopped. Nothing was changed."
                )
            if valid_until is not None:
                raise TransitionError("This approval lifts nothing, so it has no last day. Nothing was changed.")
            return progress
        if not progress.note:
            raise TransitionError("Write a note on why this may go on. Nothing was changed.")
        try:
            last_day = last_day_of(self._today(), valid_until)
        except ValueError as error:
            raise TransitionError(f"{error} Nothing was changed.") from error
        return replace(progress, overrides=lifted, valid_until=last_day)

    def _renewal(
        self,
        progress: CaseProgress,
        case: EscalationCase,
        findings: tuple[Finding, ...],
        valid_until: date | None,
        refills: int | None,
    ) -> CaseProgress:
        """A prescriber's renewal. Source: DOMAIN.md §1.1; 21 CFR 1306.12(a) and 1306.22(a)."""
        if valid_until is not None:
            raise TransitionError("A renewal has refills, not a last day. Nothing was changed.")
        asked = any(each.route is Route.PRESCRIBER and each.code in RENEWABLE for each in findings)
        most = self._refills.most_refills(case.patient_id, case.rx_number) if case.rx_number and asked else 0
        if most == 0:
            raise TransitionError("This prescription cannot be renewed here: a new one is needed. Nothing was changed.")
        if refills is None or not 1 <= refills <= most:
            raise TransitionError(f"Give the number of refills that were renewed, 1 to {most}. Nothing was changed.")
        return replace(progress, refills=refills)

    def _authorization(self, progress: CaseProgress, valid_until: date | None) -> CaseProgress:
        if valid_until is None:
            raise TransitionError("Give the last day of the approved authorization. Nothing was changed.")
        if valid_until < self._today():
            raise TransitionError("The last day of an approval cannot have passed already. Nothing was changed.")
        return replace(progress, valid_until=valid_until)


def _still_stopping(findings: Iterable[Finding], approval: CaseProgress) -> tuple[FindingCode, ...]:
    """What an approval does not lift; an empty shelf aside, for which the patient chooses another pharmacy."""
    stopping = (
        each for each in findings if each.severity is Severity.BLOCK and as_seen(each) not in approval.overrides
    )
    return tuple(each.code for each in stopping if each.code is not FindingCode.OUT_OF_STOCK)


def unread_alerts(findings: Iterable[Finding], steps: Iterable[CaseProgress], actor: str) -> tuple[FindingCode, ...]:
    """The codes of the alerts that somebody must open before they approve and has not opened, each once.

    What a pharmacist judges counts as read with the facts that it has now: of another interacting medicine there is
    something new to read. Source: 42 CFR 456.705(b); DOMAIN.md §1.11.
    """
    read = [each for each in steps if each.step is CaseStep.ALERT_READ and each.actor == actor]
    codes, seen = {each.alert for each in read}, [found for each in read for found in each.seen]
    unread = (
        each.code
        for each in findings
        if must_be_read(each) and not (as_seen(each) in seen if is_liftable(each) else each.code in codes)
    )
    return tuple(dict.fromkeys(unread))


def seen_by_code(findings: Iterable[Finding], code: FindingCode) -> tuple[SeenFinding, ...]:
    """The findings of a code as whoever opens them sees them."""
    return tuple(as_seen(each) for each in findings if each.code is code)
