"""The conversation page."""

from datetime import datetime

import streamlit as st

from rxflow.bootstrap import Assistant
from rxflow.config.feature_flags import CHECKS_SHOWN
from rxflow.domain.errors import RxFlowError
from rxflow.domain.patient import Patient
from rxflow.prompts.replies import Replies
from rxflow.services.sessions import Session
from rxflow.ui.order_cards import show_quotes
from rxflow.ui.plain_text import as_label
from rxflow.ui.progress import show_progress
from rxflow.ui.turns import ASSISTANT_AVATAR, emergency_message, reply_of, show_patient_words, show_reply
from rxflow.ui.visit import Said, note_shown, say, say_typed, sign_out, take_said
from rxflow.ui.wording import Wording, wording
from rxflow.workflow.workflow_types import ConversationResponse

INPUT_KEY = "message"


def show_chat(assistant: Assistant, session: Session) -> None:
    """Show the conversation, answer what the patient just said, and offer what to say next."""
    ChatPage(assistant, session).show()


class ChatPage:
    """One drawing of the conversation page.

    Args:
        assistant: Answers, and keeps the conversation.
        session: The conversation that is open in this browser.
    """

    def __init__(self, assistant: Assistant, session: Session) -> None:
        self._assistant = assistant
        self._session_id = session.session_id
        self._patient: Patient = assistant.services.patients.get(session.patient_id)
        self._words: Wording = wording(self._patient.language)
        self._replies = Replies(self._patient.language, assistant.services.tables.tall_man)
        self._checks_shown = assistant.services.is_on(CHECKS_SHOWN, self._patient, session.acting_as)
        self._now: datetime = assistant.services.local_now()
        self._turns = assistant.manager.transcript(session.session_id)
        self._shown: list[ConversationResponse] = [reply_of(turn) for turn in self._turns]

    def show(self) -> None:
        """Draw the page from top to bottom; what depends on the new answer is drawn into its place last."""
        with st.container(key="masthead", gap="xsmall"):
            self._show_header()
            progress = st.container(key="progress", gap="xsmall")
        self._show_input()
        for position, turn in enumerate(self._turns):
            show_patient_words(turn.patient_text)
            self._show_reply(self._shown[position], position)
        answer = self._answer(take_said())
        response = answer or self._resume()
        with progress:
            self._show_where_it_stands(response)
        turns = len(self._assistant.manager.transcript(self._session_id))
        # Resumed while another page went on: its reply is not on this one, so nothing here answers it.
        in_reply_to = response.turn if answer or turns == len(self._turns) else 0
        self._show_next(response, turns, in_reply_to)
        note_shown(self._session_id, in_reply_to)

    def _show_header(self) -> None:
        words = self._words
        with st.container(horizontal=True, vertical_alignment="center", key="header"):
            with st.container(key="who", gap=None):
                name = as_label(words.on_behalf.format(name=self._patient.name))
                st.markdown(f":primary[:material/medication: **RxFlow**] {name}")
                st.caption(f":material/smart_toy: {words.disclosure}")
                if self._assistant.settings.sign_in == "demo":
                    st.caption(f":material/science: {words.demonstration}")
            ask = Said(self._replies.text("say_pharmacist"), self._session_id)
            st.button(ask.words, key="pharmacist", icon=":material/support_agent:", on_click=say, args=(ask,))
            if st.button(words.switch_patient, key="switch-patient", type="tertiary", icon=":material/logout:"):
                sign_out(self._assistant, self._session_id)
                st.rerun()

    def _show_input(self) -> None:
        st.chat_input(
            self._words.input_hint,
            key=INPUT_KEY,
            max_chars=self._assistant.settings.max_message_chars,
            submit_mode="disable",
            on_submit=say_typed,
            args=(INPUT_KEY, self._session_id),
        )

    def _show_reply(self, reply: ConversationResponse, position: int) -> None:
        with st.chat_message("assistant", avatar=ASSISTANT_AVATAR):
            show_reply(reply, position, self._now, self._replies, self._words, self._checks_shown)

    def _answer(self, said: Said | None) -> ConversationResponse | None:
        """Have the assistant answer and show it; None when nothing was said or it could not be answered."""
        if said is None:
            return None
        if not said.fits(self._session_id, len(self._turns)):
            same = said.session_id == self._session_id
            st.info(self._words.moved_on if same else self._words.other_patient, icon=":material/sync:")
            return None
        show_patient_words(said.words)
        try:
            with st.spinner(self._words.working):
                response = self._assistant.run(
                    self._assistant.manager.handle_message(
                        said.words,
                        self._session_id,
                        button_quote_ids=said.quote_ids,
                        in_reply_to=said.in_reply_to,
                    )
                )
        except RxFlowError as error:
            st.warning(f"{self._words.trouble} {as_label(str(error))}", icon=":material/sync_problem:")
            return None
        self._show_reply(response, len(self._shown))
        self._shown.append(response)
        return response

    def _resume(self) -> ConversationResponse:
        """Where the conversation is; shown where its turns do not tell, as after a reply that never arrived."""
        response = self._assistant.run(self._assistant.manager.resume(self._session_id))
        recorded = max((turn.detail.get("turn") or 0 for turn in self._turns), default=0)
        if not self._turns or response.order is not None or response.turn > recorded:
            self._show_reply(response, len(self._shown))
        return response

    def _show_where_it_stands(self, response: ConversationResponse) -> None:
        emergency = emergency_message(self._shown)
        if emergency is None:
            show_progress(response.state, self._words)
            return
        with st.container(key="emergency", gap=None):
            st.markdown(f":material/emergency: **{self._words.emergency}**")
            st.text(emergency)

    def _show_next(self, response: ConversationResponse, turns: int, in_reply_to: int) -> None:
        """The order to confirm, or the quick replies."""
        if response.quotes:
            show_quotes(response.quotes, self._now, turns, in_reply_to, self._replies, self._words)
            return
        with st.container(horizontal=True, key="quick-replies", gap="xsmall"):
            for position, suggestion in enumerate(response.suggestions):
                said = Said(suggestion, self._session_id, turns, in_reply_to=in_reply_to)
                st.button(as_label(suggestion), key=f"suggestion-{position}", on_click=say, args=(said,), wrap=True)
