"""Taking up prescriptions: find them by words, assess each, and put it in the basket or hand it to a person."""

from collections.abc import Iterable, Sequence
from typing import Any

from rxflow.dialogue.medications import Mention, MentionKind
from rxflow.domain.acting import Permission
from rxflow.domain.finding import Assessment, Finding, FindingCode, Route, Severity
from rxflow.domain.order import Order, OrderStatus
from rxflow.domain.prescription import Prescription
from rxflow.workflow import facts
from rxflow.workflow.case_actions import CaseActions
from rxflow.workflow.workflow_types import RefillState, Trigger

LISTED = 8
UNDER_WAY = frozenset(OrderStatus) - {OrderStatus.CANCELLED, OrderStatus.PICKED_UP}


class PrescriptionActions(CaseActions):
    """The part of a turn's work that ends with prescriptions in the basket, or with cases for a person."""

    # -- select_prescription -------------------------------------------------------------------------------------

    def select_prescription(
        self, medication: str, pharmacy: str | None, *, all_due: bool = False, add: bool = False
    ) -> dict[str, Any]:
        """Find the prescriptions that the words mean and assess each: the basket holds those that may go on.

        Args:
            medication: The patient's words, or Rx numbers.
            pharmacy: Their words for a pharmacy that they named too.
            all_due: Take up every prescription that can be refilled today, whatever the words name.
            add: Keep what is in the basket already.
        """
        self.require(Permission.ORDER)
        mentions = () if all_due else self.resolver.resolve(medication, self.prescriptions)
        if add and self.context.basket and not (mentions or all_due):
            return {"outcome": "not_recognized", "prescriptions": self.list_prescriptions()}
        offered = self._begin_request(pharmacy, add)
        if all_due:
            return self._take_up_all_due()
        if not mentions:
            return self._not_recognized(offered)
        stopped: list[dict[str, Any]] = []
        for mention in mentions:
            picks = self._picks(mention, offered)
            if not picks or self._insists(mention, offered):
                stopped.append(self._not_on_profile(mention))
            elif len(picks) > 1 or mention.kind is MentionKind.SIMILAR:
                self.context.waiting = (*self.context.waiting, picks)
            else:
                stopped += self._take_up(picks[0])
        return _with_what_was_said(self._settle(stopped), mentions)

    def _insists(self, mention: Mention, offered: tuple[str, ...]) -> bool:
        """Whether a name that is not on the profile is said again when its look-alike was offered: it is meant."""
        return (
            bool(offered)
            and mention.kind is MentionKind.SIMILAR
            and not mention.exact
            and mention.rx_numbers == offered
        )

    def _begin_request(self, pharmacy: str | None, add: bool) -> tuple[str, ...]:
        """Clear the way for a request, and return what was offered to choose from.

        An answer to "which one?" and an addition go on with what is in the basket; anything else is a new request.
        """
        context, offered = self.context, self.context.candidates
        answers = self.began_in is RefillState.CLARIFY_MEDICATION
        if add or answers:
            chosen = {line.pharmacy_id for line in context.basket}
            kept = chosen.pop() if len(chosen) == 1 else None
            context.wished_pharmacy = pharmacy or context.wished_pharmacy or kept
            context.drop_quotes()
            if answers:
                context.waiting = tuple(group for group in context.waiting if group != offered)
        else:
            context.clear_request()
            context.wished_pharmacy = pharmacy
        return offered

    def _take_up_all_due(self) -> dict[str, Any]:
        """Put everything in the basket that can be refilled today; say of the rest why not, and open no case for it."""
        assessments = self.services.refills.assess_all(self.patient.patient_id, self.patient.preferred_pharmacy_id)
        for item in self.prescriptions:
            assessment = assessments[item.rx_number]
            if assessment.obstacle is None:
                self._put_in(item, assessment)
            elif item.status == "active":
                self.note(assessment.obstacle, item.rx_number)
                self.later.append({"medication": item.label, "reason": self.replies.finding(assessment.obstacle)})
        if self.context.basket:
            return self._settle([])
        self.machine.fire(Trigger.REFILL_REQUESTED)
        return {"outcome": "nothing_due", "later": self.later}

    def _not_today(self) -> dict[str, Any]:
        """Why what was asked for with everything is not refilled today, for as long as the turn goes on."""
        return {"later": self.later} if self.later else {}

    def _not_recognized(self, offered: tuple[str, ...]) -> dict[str, Any]:
        """Keep a choice that is open; otherwise offer all that the patient has."""
        if self.began_in is RefillState.CLARIFY_MEDICATION and offered:
            self.context.waiting = (offered, *self.context.waiting)
            return self._settle([])
        if not self.context.basket:
            self.machine.fire(Trigger.REFILL_REQUESTED)
        return {"outcome": "not_recognized", "prescriptions": self.list_prescriptions()}

    def list_prescriptions(self) -> list[str]:
        """The patient's prescriptions as labels; the next words may point at one by its place."""
        self.context.candidates = tuple(item.rx_number for item in self.prescriptions[:LISTED])
        return [facts.label(item, self.replies.language) for item in self.prescriptions[:LISTED]]

    def _choice(self, rx_numbers: tuple[str, ...]) -> dict[str, Any]:
        self.context.candidates = rx_numbers
        self.machine.fire(Trigger.MEDICATION_AMBIGUOUS)
        self.note(Finding(FindingCode.AMBIGUOUS, Severity.INFO, self.replies.text("which_one")))
        return {"outcome": "choose", "choices": self._facts(rx_numbers)}

    def _facts(self, rx_numbers: Iterable[str]) -> list[dict[str, Any]]:
        return [facts.prescription(self._prescription(rx), self.replies.language) for rx in rx_numbers]

    def _picks(self, mention: Mention, offered: tuple[str, ...]) -> tuple[str, ...]:
        """The prescriptions that are still to choose from; a look-alike counts until the patient has chosen.

        An Rx number that the patient did not say is a model's pick, and is held to the same rule as a name.
        """
        if mention.kind is not MentionKind.PRESCRIPTION:
            return mention.rx_numbers
        if len(mention.rx_numbers) == 1:
            rx_number = mention.rx_numbers[0]
            if mention.words != rx_number or rx_number in offered or rx_number in self.words.upper().replace(" ", ""):
                return mention.rx_numbers
            return (rx_number, *self.resolver.look_alikes(self._prescription(rx_number), self.prescriptions))
        narrowed = [rx for rx in (mention.exact or mention.rx_numbers) if rx in offered]
        return tuple(narrowed) if len(narrowed) == 1 else mention.rx_numbers

    def _settle(self, stopped: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """Where the request goes on: what stopped comes first, then the next open choice, or the basket to confirm."""
        going_on: list[dict[str, Any]] = []
        chosen = self.context.rx_numbers
        still_open = (tuple(rx for rx in group if rx not in chosen) for group in self.context.waiting)
        self.context.waiting = tuple(group for group in still_open if group)
        if self.context.waiting:
            going_on = [self._choice(self.context.waiting[0])]
        elif self.context.basket:
            self.machine.fire(Trigger.PRESCRIPTION_SELECTED)
            going_on = [self._shown_basket()]
        return _chained([*stopped, *going_on])

    def _shown_basket(self) -> dict[str, Any]:
        """The basket as the patient is asked whether it is right, with what was found in this turn."""
        return {
            "outcome": "confirm_dosage",
            "basket": self._facts(self.context.rx_numbers),
            "findings": [
                {"rx_number": rx_number, **facts.findings([finding], self.replies)[0]}
                for rx_number, finding in self._found
                if rx_number in self.context.rx_numbers
            ],
            **self._not_today(),
        }

    def _not_on_profile(self, mention: Mention) -> dict[str, Any]:
        name = mention.drug or mention.words
        finding = Finding(
            FindingCode.NOT_FOUND,
            Severity.BLOCK,
            self.replies.text("not_on_profile", name=name),
            Route.PHARMACIST,
            {"drug": name},
        )
        return self._block(finding, None)

    def _take_up(self, rx_number: str) -> list[dict[str, Any]]:
        """Assess one prescription: it comes into the basket, or what stops it is returned."""
        prescription, assessment = self._prescription(rx_number), self._assess(rx_number)
        if assessment.obstacle is None:
            self._put_in(prescription, assessment)
            return []
        self._talk_about(rx_number)
        for finding in assessment.findings:
            self.note(finding, rx_number)
        if assessment.obstacle.code is FindingCode.TOO_SOON and (order := self._order_under_way(rx_number)):
            return [self._already_ordered(order)]
        return [self._block(assessment.obstacle, prescription)]

    def _order_under_way(self, rx_number: str) -> Order | None:
        """An order of a prescription that is placed and not handed over yet."""
        orders = self.services.orders.for_patient(self.patient.patient_id)
        return next((each for each in orders if each.rx_number == rx_number and each.status in UNDER_WAY), None)

    def _already_ordered(self, order: Order) -> dict[str, Any]:
        """What was asked for is on its way: that is the answer, and where it was just ordered nothing changes."""
        if self.machine.state is RefillState.COMPLETE:
            self.context.order_ids = (*self.context.order_ids, order.order_id)
        else:
            self.machine.fire(Trigger.REFILL_NOT_YET)
        return {"outcome": "already_ordered", "order": facts.order(order, self.services.zone)}

    def _put_in(self, prescription: Prescription, assessment: Assessment) -> None:
        if prescription.rx_number in self.context.rx_numbers:
            return
        rx_number = prescription.rx_number
        self._talk_about(rx_number)
        self.context.put_in(rx_number)
        # What was found of it before this assessment no longer counts.
        self.context.findings = tuple(note for note in self.context.findings if note.rx_number != rx_number)
        pairs = [pair for each in self.findings if (pair := _pair(each))]
        for finding in assessment.findings:
            # Two medicines of one basket that affect each other are told of once.
            if _pair(finding) not in pairs:
                self.note(finding, prescription.rx_number)

    def assess_again(self) -> None:
        """Assess what is in the basket once more: note what is new, and take out what a rule now forbids."""
        stopped = []
        for rx_number in self.context.rx_numbers:
            assessment = self._assess(rx_number)
            if assessment.obstacle is not None:
                stopped.append(self._block(assessment.obstacle, self._prescription(rx_number)))
                continue
            known = {note.message for note in self.context.findings}
            for finding in assessment.findings:
                if self.replies.finding(finding) not in known:
                    self.note(finding, rx_number)
        if stopped:
            self._settle(stopped)


def _pair(finding: Finding) -> frozenset[str]:
    """The two medicines that a finding is about; empty where it is about one."""
    names = [finding.evidence.get(name) for name in ("drug", "other")]
    return frozenset() if None in names else frozenset((finding.code, *map(str, names)))


def _chained(results: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Results of one action as one: each holds the following as `next`."""
    first, *rest = results
    return {**first, "next": _chained(rest)} if rest else first


def _with_what_was_said(result: dict[str, Any], mentions: Iterable[Mention]) -> dict[str, Any]:
    """A result with what the patient said that differs from what is shown: another strength, or a name like it."""
    last = result
    while "next" in last:
        last = last["next"]
    said = {rx: mention for mention in mentions for rx in mention.rx_numbers}
    for item in last.get("basket", ()):
        mention = said.get(item["rx_number"])
        if mention is not None and mention.strength_asked:
            item["strength_asked"] = mention.strength_asked
    choices = last.get("choices", ())
    heard = said.get(choices[0]["rx_number"]) if choices else None
    if heard is not None and heard.kind is MentionKind.SIMILAR:
        last["heard"] = heard.words if heard.exact else heard.drug or heard.words
    return result
