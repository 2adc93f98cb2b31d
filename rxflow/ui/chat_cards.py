"""Cards in the conversation: the prescription that is asked about, and the pharmacies that are offered."""

from collections.abc import Callable, Sequence
from datetime import datetime

import streamlit as st

from rxflow.domain.prescription import Prescription
from rxflow.prompts.replies import Replies
from rxflow.ui.chat_charts import map_in_words, map_spec, places_on_map
from rxflow.ui.chat_wording import CardWording
from rxflow.ui.plain_text import as_label
from rxflow.ui.rows import show_row
from rxflow.ui.visit import Said, say
from rxflow.ui.visitor import PatientVisit
from rxflow.workflow.facts import money
from rxflow.workflow.pharmacy_choice import PharmacyOption

SaidOf = Callable[[str], Said]
"""Makes a message that answers the reply in front of the patient."""
LIST, MAP = "list", "map"


def show_prescriptions(prescriptions: Sequence[Prescription], visit: PatientVisit) -> None:
    """Show the prescriptions that the patient is asked to confirm, each as its label has it."""
    words, replies = visit.words(CardWording), visit.replies
    for item in prescriptions:
        with st.container(border=True, key=f"prescription-card-{item.rx_number}", gap="xsmall"):
            st.markdown(f":material/pill: **{words.prescription_title}**")
            with st.container(key=f"prescription-rows-{item.rx_number}", gap=None):
                show_row(words.medicine, replies.spelled(item.label))
                show_row(words.directions, replies.directions(item.sig))
                show_row(words.amount, replies.amount(item.amount))
                show_row(words.refills_left, str(item.refills_remaining))
                show_row(words.prescriber, item.prescriber)


def show_pharmacies(options: Sequence[PharmacyOption], visit: PatientVisit, said: SaidOf) -> None:
    """Show the pharmacies that are offered, as a list of cards or on a map."""
    words = visit.words(CardWording)
    names = {LIST: words.view_list, MAP: words.view_map}
    with st.container(key="pharmacies", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", key="pharmacies-title"):
            st.markdown(f":material/local_pharmacy: **{words.pharmacies_title}**")
            view = st.segmented_control(
                words.view,
                [LIST, MAP],
                format_func=names.__getitem__,
                default=LIST,
                required=True,
                key="pharmacy-view",
                label_visibility="collapsed",
            )
        if view == MAP:
            _show_map(options, visit, words)
            return
        for option in options:
            _show_pharmacy(option, visit, words, said)


def _show_pharmacy(option: PharmacyOption, visit: PatientVisit, words: CardWording, said: SaidOf) -> None:
    pharmacy = option.pharmacy
    with st.container(border=True, key=f"pharmacy-card-{pharmacy.pharmacy_id}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", key=f"pharmacy-head-{pharmacy.pharmacy_id}"):
            st.markdown(f"**{as_label(pharmacy.name)}**")
            st.button(
                as_label(words.choose.format(pharmacy=pharmacy.name)),
                key=f"choose-{pharmacy.pharmacy_id}",
                on_click=say,
                args=(said(pharmacy.name),),
                wrap=True,
            )
        st.text("\n".join(pharmacy_lines(option, visit.now, visit.replies, words)))


def pharmacy_lines(option: PharmacyOption, now: datetime, replies: Replies, words: CardWording) -> list[str]:
    """What helps to choose a pharmacy, in lines of plain text."""
    pharmacy = option.pharmacy
    place = (
        [words.by_mail]
        if pharmacy.is_mail_order
        else [pharmacy.street, words.distance.format(miles=f"{option.miles:.1f}")]
    )
    hours = pharmacy.hours.on(now)
    today = words.hours_today.format(hours=replies.hours(hours)) if hours else words.closed_today
    price = words.no_price if option.patient_pays is None else words.price_here.format(price=money(option.patient_pays))
    wait = [] if pharmacy.wait_minutes is None else [words.wait.format(minutes=pharmacy.wait_minutes)]
    more = ((option.is_usual, words.usual), (pharmacy.drive_thru, words.drive_through))
    lines = (
        place,
        [words.open_now if option.is_open else words.closed_now, today],
        [price, words.in_stock if option.in_stock else words.not_in_stock, *wait],
        [name for has_it, name in (*more, (pharmacy.delivery, words.delivery)) if has_it],
    )
    return [" · ".join(line) for line in lines if line]


def _show_map(options: Sequence[PharmacyOption], visit: PatientVisit, words: CardWording) -> None:
    home = visit.assistant.services.pharmacies.centre_of(visit.patient.zip)
    places = places_on_map(options, home) if home is not None else []
    if home is not None and places:
        st.vega_lite_chart(map_spec(places, home, words), width="content", alt=map_in_words(places, home, words))
    shown = {place.name for place in places}
    if without := [option.pharmacy.name for option in options if option.pharmacy.name not in shown]:
        st.text(words.map_without.format(names=visit.replies.listed(without)))
