"""The page that a patient begins on: what can be refilled today, and on whom the rest waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import streamlit as st

from rxflow.domain.acting import Permission
from rxflow.domain.order import OrderStatus
from rxflow.ui.addresses import CHAT, ORDERS
from rxflow.ui.frame import show_frame
from rxflow.ui.home_wording import HomeWording
from rxflow.ui.navigation import go_to, is_offered
from rxflow.ui.plain_text import as_label
from rxflow.ui.visit import Said, say
from rxflow.ui.visitor import PatientVisit
from rxflow.workflow.medicine_status import MedicineKind, MedicineStatus, medicine_statuses

K = MedicineKind
_WAITING = (K.WITH_PRESCRIBER, K.WITH_PHARMACIST, K.WITH_PLAN)
_LOOKS = {
    K.READY: ("good", "check_circle"),
    K.ELSEWHERE: ("warn", "storefront"),
    K.ORDERED: ("info", "local_shipping"),
    K.LATER: ("calm", "event"),
    K.WITH_PRESCRIBER: ("warn", "stethoscope"),
    K.WITH_PHARMACIST: ("warn", "support_agent"),
    K.WITH_PLAN: ("warn", "shield"),
    K.ENDED: ("calm", "block"),
}
"""The colour and the icon of a state, beside its words."""


def show_home(visit: PatientVisit) -> None:
    """Show how each medicine stands, what can be refilled first, with one tap to go on."""
    show_frame(visit)
    overview = visit.assistant.services.refills.overview(visit.patient.patient_id)
    visit.record_read("prescriptions", len(overview.prescriptions))
    Home(visit, medicine_statuses(overview)).show()


@dataclass(frozen=True, slots=True)
class _Tap:
    """What a button says, and what the patient says with it."""

    label: str
    words: str
    is_primary: bool = False


class Home:
    """One drawing of the page.

    Args:
        visit: The patient.
        statuses: How their medicines stand, in the order in which they are shown.
    """

    def __init__(self, visit: PatientVisit, statuses: Sequence[MedicineStatus]) -> None:
        self._visit = visit
        self._words = visit.words(HomeWording)
        self._replies = visit.replies
        self._statuses = statuses
        self._may_order = visit.may(Permission.ORDER)

    def show(self) -> None:
        """Draw the summary, and the medicines in groups."""
        self._show_summary()
        for group, statuses in groupby(enumerate(self._statuses), lambda each: self._group(each[1])):
            st.header(group, anchor=False)
            for position, status in statuses:
                self._show_medicine(status, position)

    def _group(self, status: MedicineStatus) -> str:
        if status.can_be_refilled:
            return self._words.home_group_ready
        if status.kind in _WAITING:
            return self._words.home_group_waiting
        return {
            K.ORDERED: self._words.home_group_ordered,
            K.LATER: self._words.home_group_later,
            K.ENDED: self._words.home_group_ended,
        }[status.kind]

    def _show_summary(self) -> None:
        words, ready = self._words, sum(status.can_be_refilled for status in self._statuses)
        with st.container(key="home-summary", gap="xsmall"):
            st.title(words.home_title, anchor=False)
            if not self._statuses:
                st.text(words.home_empty.format(name=self._visit.patient.name))
                st.text(words.home_empty_next)
            elif ready:
                st.text(self._replies.counted("page_home_summary", ready))
            else:
                st.text(words.home_summary_none)
            if not self._may_order:
                st.caption(words.home_view_only)
            with st.container(horizontal=True, key="home-taps"):
                if self._may_order and ready > 1:
                    tap = _Tap(words.home_refill_all, self._replies.text("say_refill_all"), is_primary=True)
                    self._show_tap(tap, "refill-all")
                if st.button(words.home_chat, key="go-chat", icon=":material/chat:"):
                    go_to(CHAT)

    def _show_medicine(self, status: MedicineStatus, position: int) -> None:
        tone, icon = _LOOKS[status.kind]
        item = status.prescription
        with st.container(border=True, key=f"medicine-{tone}-{position}", gap="xsmall"):
            with st.container(horizontal=True, vertical_alignment="center", key=f"medicine-top-{position}"):
                with st.container(key=f"medicine-name-{position}", gap=None):
                    st.markdown(f"**{as_label(self._replies.spelled(item.label))}**")
                    st.caption(as_label(item.taken_for(self._replies.language)))
                self._show_taps(status, position)
            with st.container(key=f"state-{tone}-{position}"):
                st.markdown(f":material/{icon}: {as_label(self._state(status))}")
            for line in self._explained(status):
                st.caption(as_label(line))

    def _state(self, status: MedicineStatus) -> str:
        """How a medicine stands, in a line."""
        words, item = self._words, status.prescription
        match status.kind:
            case MedicineKind.READY:
                return words.home_ready
            case MedicineKind.ELSEWHERE:
                usual = self._visit.assistant.services.pharmacies.get(self._visit.patient.preferred_pharmacy_id)
                return words.home_elsewhere.format(pharmacy=usual.name if usual else "")
            case MedicineKind.ORDERED if status.order:
                told = self._replies.text(f"status_{status.order.status}")
                return words.home_ordered.format(order_id=status.order.order_id, status=told)
            case MedicineKind.LATER if status.refill_day:
                return words.home_later.format(date=self._replies.date(status.refill_day))
            case MedicineKind.WITH_PRESCRIBER:
                return words.home_with_prescriber.format(prescriber=item.prescriber)
            case MedicineKind.WITH_PLAN:
                return words.home_with_plan
            case MedicineKind.ENDED:
                return words.home_ended
        return words.home_with_pharmacist

    def _explained(self, status: MedicineStatus) -> list[str]:
        """What there is to say besides: why, who works on it, where an order is, and the refills left."""
        words, lines = self._words, list[str]()
        if status.decision is not None and status.kind in {*_WAITING, K.ENDED}:
            lines.append(self._replies.finding(status.decision))
        if status.case is not None:
            opened = self._replies.date(self._visit.local(status.case.created_at).date())
            lines.append(words.home_case.format(case_id=status.case.case_id, date=opened))
        if status.order is not None and status.order.status is OrderStatus.READY:
            lines.append(words.home_ordered_waits.format(pharmacy=status.order.pharmacy_name))
        elif status.order is not None:
            ready = self._replies.moment(self._visit.local(status.order.ready_at), self._visit.now)
            lines.append(words.home_ordered_ready.format(pharmacy=status.order.pharmacy_name, ready=ready))
        if status.notes:
            lines.append(words.home_noted)
        if status.kind is not K.ENDED:
            left = self._replies.refills(status.prescription.refills_remaining)
            lines.append(words.home_refills_left.format(refills=left))
        return lines

    def _show_taps(self, status: MedicineStatus, position: int) -> None:
        if status.kind is K.ORDERED and is_offered(ORDERS):
            if st.button(self._words.home_see_orders, key=f"orders-{position}"):
                go_to(ORDERS)
            return
        tap = self._tap(status)
        if tap is not None:
            self._show_tap(tap, f"tap-{position}")

    def _tap(self, status: MedicineStatus) -> _Tap | None:
        """What the patient can do about a medicine; None where somebody does already what can be done."""
        words, said = self._words, self._replies.text
        refill = said("say_refill_of", medication=status.said_as)
        if status.kind is K.ORDERED:
            return _Tap(words.home_track, said("say_track"))
        if status.kind is K.LATER:
            return _Tap(words.home_ask_when, said("say_when_refill", medication=status.said_as))
        if not self._may_order or status.kind is K.ENDED:
            return None
        if status.case is not None:
            person = said("say_pharmacist_about", medication=status.said_as)
            return None if status.kind is K.WITH_PHARMACIST else _Tap(words.home_ask_pharmacist, person)
        return {
            K.READY: _Tap(words.home_refill, refill, is_primary=True),
            K.ELSEWHERE: _Tap(words.home_refill_elsewhere, refill, is_primary=True),
            K.WITH_PRESCRIBER: _Tap(words.home_ask_prescriber, refill),
            K.WITH_PHARMACIST: _Tap(words.home_ask_pharmacist, refill),
            K.WITH_PLAN: _Tap(words.home_ask_plan, refill),
        }[status.kind]

    def _show_tap(self, tap: _Tap, key: str) -> None:
        said = Said(tap.words, self._visit.session.session_id)
        if st.button(tap.label, key=key, type="primary" if tap.is_primary else "secondary", on_click=say, args=(said,)):
            go_to(CHAT)
