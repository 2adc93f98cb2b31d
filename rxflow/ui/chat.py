"""The conversation page."""

import streamlit as st

from rxflow.config.feature_flags import CHECKS_SHOWN
from rxflow.domain.care_message import CareMessage
from rxflow.domain.errors import RxFlowError
from rxflow.ui.announce import announce
from rxflow.ui.chat_cards import SaidOf, show_pharmacies, show_prescriptions
from rxflow.ui.chat_live import (
    LiveTurn,
    LiveView,
    begin_turn,
    forget_failed,
    forget_live,
    live_turn,
    note_failed,
)
from rxflow.ui.chat_people import in_order, look_for_news, newly_written, person_messages, show_person_message
from rxflow.ui.chat_rating import show_rating
from rxflow.ui.chat_retry import offer_again, show_failed
from rxflow.ui.chat_voice import INPUT_KEY, show_heard, show_input
from rxflow.ui.chat_wording import ChatWording
from rxflow.ui.frame import show_frame
from rxflow.ui.order_cards import show_quotes
from rxflow.ui.plain_text import as_label
from rxflow.ui.progress import show_progress
from rxflow.ui.turns import ASSISTANT_AVATAR, emergency_message, reply_of, show_patient_words, show_reply
from rxflow.ui.visit import Said, forget_said, note_shown, say, waiting_said
from rxflow.ui.visitor import PatientVisit
from rxflow.workflow.workflow_types import ConversationResponse

__all__ = ["INPUT_KEY", "show_chat"]

RECENT_TURNS = 12
"""How many turns of a long conversation are drawn at first: each costs the server a millisecond, every time."""
_UNFOLDED = "unfolded"
_OPEN = "open-conversation"


def show_chat(visit: PatientVisit) -> None:
    """Show the conversation, answer what the patient just said, and offer what to say next."""
    ChatPage(visit).show()


def _unfold(session_id: str) -> None:
    """Callback: show all of a conversation from now on."""
    st.session_state[_UNFOLDED] = session_id


class ChatPage:
    """One drawing of the conversation page.

    Args:
        visit: The patient, and the conversation that is open in this browser.
    """

    def __init__(self, visit: PatientVisit) -> None:
        self._visit = visit
        self._assistant = visit.assistant
        self._session_id = visit.session.session_id
        self._words = visit.words(ChatWording)
        self._checks_shown = visit.assistant.services.is_on(CHECKS_SHOWN, visit.patient, visit.session.acting_as)
        self._turns = visit.assistant.manager.transcript(self._session_id)
        self._shown: list[ConversationResponse] = [reply_of(turn) for turn in self._turns]
        self._people = person_messages(visit)
        self._last = 0

    def show(self) -> None:
        """Draw the page from top to bottom; what depends on the new answer is drawn into its place last."""
        # Read before anything is drawn: whatever is drawn is on its way at once, and would have to share the processor.
        resumed = None if self._is_asked() else self._resume()
        with st.container(key="masthead", gap="xsmall"):
            show_frame(self._visit, is_chat=True)
            progress = st.container(key="progress", gap="xsmall")
        self._announcer = st.empty()
        show_input(self._visit)
        self._show_transcript()
        answer = self._answer()
        response = answer or self._show_resumed(resumed or self._resume())
        with progress:
            self._show_where_it_stands(response)
        # In one place: the next turn takes it, so that what was offered before is gone while it runs.
        with st.container(key="next"):
            self._show_what_comes_next(response, is_new=answer is not None)
        forget_live()
        if waiting_said() is not None:
            # Said while the answer before it was under way: now is its turn.
            st.rerun()

    def _show_transcript(self) -> None:
        """What was said; of a long conversation the end of it, unless the patient wants to see all."""
        earlier = len(self._turns) - RECENT_TURNS
        if earlier > 0 and st.session_state.get(_UNFOLDED) != self._session_id:
            label = self._words.earlier.format(count=earlier)
            st.button(label, key="earlier", type="tertiary", on_click=_unfold, args=(self._session_id,))
        else:
            earlier = 0
        for item in in_order(self._turns, self._people, earlier):
            if isinstance(item, CareMessage):
                show_person_message(item)
                continue
            show_patient_words(item[1].patient_text)
            self._show_reply(self._shown[item[0]], item[0])
        if (news := newly_written(self._people)) is not None:
            self._announce(f"{news.actor_name}: {news.text}")

    def _show_reply(self, reply: ConversationResponse, position: int) -> None:
        with st.chat_message("assistant", avatar=ASSISTANT_AVATAR):
            self._draw_reply(reply, position)

    def _draw_reply(self, reply: ConversationResponse, position: int) -> None:
        show_reply(reply, position, self._visit.now, self._visit.replies, self._words, self._checks_shown)

    # -- the turn under way --------------------------------------------------------------------------------------

    def _answer(self) -> ConversationResponse | None:
        """Have the assistant answer and show it; None when nothing was said or it could not be answered."""
        live: LiveTurn | None = None
        try:
            live = self._live()
            if live is not None:
                return self._show_live(live)
        except RxFlowError as error:
            said = live.said if live is not None else waiting_said()
            if said is not None:
                note_failed(said, str(error))
            if live is None:
                forget_said()
        show_failed(self._session_id, self._words)
        return None

    def _is_asked(self) -> bool:
        """Whether a turn is under way or about to begin, and so may change where the conversation is."""
        return waiting_said() is not None or live_turn(self._session_id) is not None

    def _live(self) -> LiveTurn | None:
        """The turn that is under way, or else that of what was just said."""
        kept = {turn.message_id for turn in self._turns}
        live, said = live_turn(self._session_id), waiting_said()
        if live is not None and live.said.message_id not in kept:
            if said is not None and said.message_id == live.said.message_id:
                forget_said()
            return live
        forget_live()
        if said is None or said.message_id in kept:
            forget_said()
            return None
        forget_failed()
        if not said.fits(self._session_id, len(self._turns)):
            forget_said()
            same = said.session_id == self._session_id
            st.info(self._words.moved_on if same else self._words.other_patient, icon=":material/sync:")
            return None
        live = begin_turn(self._assistant, said)
        forget_said()
        return live

    def _show_live(self, live: LiveTurn) -> ConversationResponse:
        """Show how far a turn is until it is answered, and then the answer."""
        whole = st.empty()
        with whole.container(key="live"):
            show_patient_words(live.said.words)
            with st.chat_message("assistant", avatar=ASSISTANT_AVATAR):
                place, answered = st.empty(), st.container()
        self._announce(self._words.answering)
        try:
            response = live.wait(LiveView(place, self._visit, self._words).draw)
        except Exception:
            # Whatever it was, the next drawing begins without it.
            forget_live()
            whole.empty()
            raise
        # Not in the same place: Streamlit would leave out that it was emptied, and the button to stop would stay.
        place.empty()
        with answered:
            self._draw_reply(response, len(self._shown))
        self._announce(self._words.answered.format(reply=response.message))
        self._shown.append(response)
        return response

    def _announce(self, said: str) -> None:
        with self._announcer.container():
            announce(self._visit.language, said, is_at_end=True)

    def _resume(self) -> ConversationResponse:
        """Where the conversation is."""
        is_open = st.session_state.get(_OPEN) == self._session_id
        resuming = self._assistant.manager.resume(self._session_id, self._turns, is_open=is_open)
        response = self._assistant.run(resuming)
        st.session_state[_OPEN] = self._session_id
        self._last = self._last_kept()
        return response

    def _last_kept(self) -> int:
        return self._assistant.services.sessions.last_turn(self._session_id)

    def _show_resumed(self, response: ConversationResponse) -> ConversationResponse:
        """The reply of where the conversation is, where its turns do not tell, as after one that never arrived."""
        recorded = max((turn.detail.get("turn") or 0 for turn in self._turns), default=0)
        if not self._turns or response.order is not None or response.turn > recorded:
            self._show_reply(response, len(self._shown))
        return response

    # -- what comes next -----------------------------------------------------------------------------------------

    def _show_where_it_stands(self, response: ConversationResponse) -> None:
        emergency = emergency_message(self._shown)
        if emergency is None:
            show_progress(response.state, self._visit.language, self._words)
            return
        with st.container(key="emergency", gap=None):
            st.markdown(f":material/emergency: **{self._words.emergency}**")
            st.text(emergency)

    def _show_what_comes_next(self, response: ConversationResponse, *, is_new: bool) -> None:
        """What the patient is asked or offered now, and what they think of the reply."""
        last, known = self._last_kept() if is_new else self._last, len(self._turns)
        live = live_turn(self._session_id)
        if is_new and last == known and response.turn == 0 and live is not None:
            offer_again(live.said, response, self._visit, self._words)
        shown = known + (is_new and last > known)
        # Resumed while another page went on: its reply is not on this one, so nothing here answers it.
        in_reply_to = response.turn if is_new or last == known else 0
        if last and shown == last:
            show_rating(self._visit, last)
        self._show_choices(response, lambda words: Said(words, self._session_id, last, in_reply_to=in_reply_to))
        note_shown(self._session_id, in_reply_to)
        show_heard(self._visit, is_asked_to_agree=bool(response.quotes))
        look_for_news(self._visit, shown, max((each.number for each in self._people), default=0))

    def _show_choices(self, response: ConversationResponse, said: SaidOf) -> None:
        """The order to confirm, the cards of what is asked about or offered, and the quick replies."""
        visit, replies, suggestions = self._visit, self._visit.replies, response.suggestions
        if response.quotes:
            show_quotes(response.quotes, visit.now, said, replies, self._words)
            on_card = {replies.text(key) for key in ("say_place_order", "say_other_pharmacy", "say_stop")}
            suggestions = tuple(each for each in suggestions if each not in on_card)
        if response.prescriptions:
            show_prescriptions(response.prescriptions, visit)
        if response.pharmacies:
            show_pharmacies(response.pharmacies, visit, said)
        with st.container(horizontal=True, key="quick-replies", gap="xsmall"):
            for position, suggestion in enumerate(suggestions):
                answer = said(suggestion)
                st.button(as_label(suggestion), key=f"suggestion-{position}", on_click=say, args=(answer,), wrap=True)
