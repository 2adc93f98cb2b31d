"""A turn while it is being answered: a page that is drawn again, for whatever reason, attaches to it."""

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from rxflow.assistant import Assistant
from rxflow.ui.chat_wording import ChatWording
from rxflow.ui.turns import live_checks
from rxflow.ui.visit import Said
from rxflow.ui.visitor import PatientVisit
from rxflow.workflow.turn_progress import ToolBegan, ToolDone, TurnEvent
from rxflow.workflow.turn_stop import TurnStop
from rxflow.workflow.workflow_types import ConversationResponse

_LIVE = "live_turn"
_FAILED = "failed_turn"
QUICK_SECONDS = 0.15
"""A turn that takes no longer is not told of while it runs: it would only flicker."""
LOOK_SECONDS = 0.25
"""How often a page that waits looks whether the visitor has pressed something."""


@dataclass(slots=True)
class LiveTurn:
    """A turn in flight. It goes on to its end whether or not a page looks at it.

    Attributes:
        said: What the patient said.
        answer: What comes of it.
        stop: Stops it.
        events: What happened in it and no page has read yet; None wakes whoever reads.
        tools: What was read of the tools, in order: a name, and how it went once it is done.
    """

    said: Said
    answer: "Future[ConversationResponse]" = field(default_factory=Future)
    stop: TurnStop = field(default_factory=TurnStop)
    events: "SimpleQueue[TurnEvent | None]" = field(default_factory=SimpleQueue)
    tools: list[ToolBegan | ToolDone] = field(default_factory=list)

    def begin(self, assistant: Assistant) -> None:
        """Have the message answered.

        Raises:
            OverloadedError: The program is stopping; nothing was begun.
        """
        said, events = self.said, self.events
        self.answer = assistant.begun(
            assistant.manager.handle_message(
                said.words,
                said.session_id,
                button_quote_ids=said.quote_ids,
                in_reply_to=said.in_reply_to,
                message_id=said.message_id,
                progress=events.put,
                stop=self.stop,
            )
        )
        self.answer.add_done_callback(lambda _answer: events.put(None))

    def wait(self, told: Callable[["LiveTurn"], None]) -> ConversationResponse:
        """Wait for the answer, and have the page tell how far it is.

        Streamlit takes the page away here when the visitor presses something or leaves; the turn goes on.

        Args:
            told: Draws how far the turn is.

        Raises:
            RxFlowError: The message could not be answered.
        """
        wait_for([self.answer], QUICK_SECONDS)
        while not self.answer.done():
            told(self)
            self._read_event()
        return self.answer.result()

    def _read_event(self) -> None:
        try:
            event = self.events.get(timeout=LOOK_SECONDS)
        except Empty:
            # Reading the session is where Streamlit takes the page away; waiting alone would keep the visitor waiting.
            st.session_state.get(_LIVE)
            return
        if isinstance(event, ToolBegan):
            self.tools.append(event)
        elif isinstance(event, ToolDone):
            began = next((place for place, tool in enumerate(self.tools) if tool == ToolBegan(event.name)), None)
            if began is not None:
                self.tools[began] = event


@dataclass(frozen=True, slots=True)
class FailedTurn:
    """A message that could not be answered, and why, in words for the patient."""

    said: Said
    why: str


def begin_turn(assistant: Assistant, said: Said) -> LiveTurn:
    """Have a message answered.

    Raises:
        OverloadedError: The program is stopping; nothing was begun.
    """
    live = LiveTurn(said)
    # Kept first: Streamlit may take the page away here, and never between the next lines.
    st.session_state[_LIVE] = live
    try:
        live.begin(assistant)
    except Exception:
        forget_live()
        raise
    return live


def live_turn(session_id: str) -> LiveTurn | None:
    """The turn that this page has in flight in a conversation; one of another conversation goes on unseen."""
    live = st.session_state.get(_LIVE)
    return live if isinstance(live, LiveTurn) and live.said.session_id == session_id else None


def stop_turn(live: LiveTurn) -> None:
    """Callback: stop a turn before its next step; the page that is drawn then shows what it says to that."""
    live.stop.ask()


def is_answering() -> bool:
    """Whether this page waits for an answer."""
    return isinstance(st.session_state.get(_LIVE), LiveTurn)


def forget_live() -> None:
    """The turn's answer is shown, or it has none."""
    st.session_state.pop(_LIVE, None)


def note_failed(said: Said, why: str) -> None:
    """Remember a message that could not be answered, for the patient to send it again."""
    st.session_state[_FAILED] = FailedTurn(said, why)


def failed_turn(session_id: str) -> FailedTurn | None:
    """The last message of a conversation, where it could not be answered."""
    failed = st.session_state.get(_FAILED)
    return failed if isinstance(failed, FailedTurn) and failed.said.session_id == session_id else None


def forget_failed() -> None:
    """Something else was said, or the message was answered after all."""
    st.session_state.pop(_FAILED, None)


class LiveView:
    """How far a turn is, drawn once and then brought up to date.

    Args:
        place: Where.
        visit: The patient.
        words: The page's words.
    """

    def __init__(self, place: DeltaGenerator, visit: PatientVisit, words: ChatWording) -> None:
        self._place = place
        self._visit = visit
        self._words = words
        self._checks: DeltaGenerator | None = None
        self._drawn = ""

    def draw(self, live: LiveTurn) -> None:
        """Draw what was checked so far, and the button that stops it."""
        if self._checks is None:
            with self._place.container():
                st.status(self._words.stopping if live.stop.is_asked else self._words.working)
                self._checks = st.empty()
                st.button(
                    self._words.stop,
                    key="stop-turn",
                    icon=":material/stop_circle:",
                    on_click=stop_turn,
                    args=(live,),
                    disabled=live.stop.is_asked,
                )
        done = [(tool.name, tool.success if isinstance(tool, ToolDone) else None) for tool in live.tools]
        checks = live_checks(done, self._visit.replies, self._words)
        if checks != self._drawn:
            self._checks.markdown(checks)
            self._drawn = checks
