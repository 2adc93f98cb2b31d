"""Whose conversation the page shows, and what the patient just said in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

import streamlit as st

from rxflow.assistant import Assistant
from rxflow.domain.access import Principal
from rxflow.domain.errors import IdentityNotVerifiedError, SessionNotFoundError, UserNotVerifiedError
from rxflow.domain.sign_in import VerifiedEmail
from rxflow.services.identity import NOT_VERIFIED
from rxflow.services.passwords import NOT_VERIFIED as NO_MATCH
from rxflow.services.sessions import Session
from rxflow.ui.browser import browser_key, new_browser_key, visitor_place
from rxflow.ui.identity_provider import is_from_provider, leave_provider
from rxflow.workflow.over import why_over

_SAID = "said"
_SHOWN = "shown"


def open_session(assistant: Assistant) -> Session | None:
    """The conversation that is open in this browser, or None when nobody is signed in or it may not be shown."""
    session = assistant.services.sessions.latest_for_browser(browser_key())
    if session is None or why_over(session, assistant.services) is not None:
        return None
    return session


def sign_in(assistant: Assistant, patient_id: str) -> None:
    """Open a conversation of a demo patient in this browser."""
    assistant.run(assistant.manager.start(patient_id, browser_key=browser_key()))


def sign_in_by_name(assistant: Assistant, name: str, date_of_birth: date) -> None:
    """Open a conversation in this browser for whoever is recognised.

    Raises:
        IdentityNotVerifiedError: Nobody was recognised, whatever the reason; too many tries from one place is another.
    """
    if not assistant.allows("identity_checks", visitor_place()):
        raise IdentityNotVerifiedError(NOT_VERIFIED)
    verified = assistant.services.identity.verify(name, date_of_birth, browser_key())
    began = assistant.manager.start(verified.patient_id, browser_key=browser_key(), acting_as=verified.acting_as)
    assistant.run(began)


def sign_in_by_password(assistant: Assistant, login: str, password: str) -> None:
    """Let somebody in by password: staff to their pages, a patient or guardian to a conversation in this browser.

    Raises:
        UserNotVerifiedError: Nobody was recognised, whatever the reason; too many tries from one place is another.
    """
    if not assistant.allows("identity_checks", visitor_place()):
        raise UserNotVerifiedError(NO_MATCH)
    access = assistant.services.access
    _enter(assistant, access.sign_in_browser(login, password, visitor_place(), browser_key()))


def sign_in_from_provider(assistant: Assistant, email: VerifiedEmail) -> None:
    """Let in whoever an identity provider vouches for.

    Raises:
        EmailNotVerifiedError: It does not vouch for their e-mail address.
        UserNotVerifiedError: Nobody here has this address.
    """
    _enter(assistant, assistant.services.access.sign_in_verified(email, browser_key()))


def sign_in_as_demo_staff(assistant: Assistant, user_id: str) -> None:
    """Let somebody in as one of the demo's staff.

    Raises:
        NotPermittedError: This is not a demo of one machine.
        UserError: They cannot be chosen.
    """
    assistant.services.access.sign_in_demo_staff(user_id, browser_key())


def _enter(assistant: Assistant, who: Principal) -> None:
    if who.patient_id is not None and who.acting_as is not None:
        began = assistant.manager.start(who.patient_id, browser_key=browser_key(), acting_as=who.acting_as)
        assistant.run(began)


def answer_signed_out(assistant: Assistant) -> str | None:
    """What is answered to a message that came from a page whose conversation is over by now, if one did."""
    said = take_said()
    if said is None:
        return None
    try:
        return assistant.run(assistant.manager.handle_message(said.words, said.session_id)).message
    except SessionNotFoundError as error:
        return str(error)


def sign_out(assistant: Assistant, session_id: str | None = None) -> None:
    """End what this browser is signed in with, so that somebody else can sign in.

    Args:
        assistant: The process's assistant.
        session_id: The conversation that is open, which ends too.
    """
    if session_id is not None:
        assistant.services.sessions.end(session_id)
    assistant.services.access.sign_out_browser(browser_key())
    if is_from_provider(assistant.settings):
        leave_provider()


@dataclass(frozen=True, slots=True)
class Said:
    """A message on its way to the assistant.

    `session_id` is the conversation that the patient saw when they sent it. `after_turn` is the number of its turns
    then, for a button that belongs to the last reply; None for words that stand on their own. `in_reply_to` is the
    turn of the reply that they saw last, 0 where it has none. `message_id` names the message, so that it is answered
    once however often it is sent.
    """

    words: str
    session_id: str
    after_turn: int | None = None
    quote_ids: tuple[str, ...] | None = None
    in_reply_to: int = 0
    message_id: str = field(default_factory=new_browser_key)

    def agreeing_to(self, quote_ids: Iterable[str]) -> "Said":
        """The same message, sent by the button that agrees to quotes."""
        return replace(self, quote_ids=tuple(quote_ids))

    def fits(self, session_id: str, turns: int) -> bool:
        """Whether the conversation is still the one, and where it was, when this was said."""
        return self.session_id == session_id and self.after_turn in {None, turns}


def say(said: Said) -> None:
    """Callback of a button: remember what it says until the page is drawn again."""
    st.session_state[_SAID] = said


def say_typed(input_key: str, session_id: str) -> None:
    """Callback of the chat input: remember what was typed until the page is drawn again."""
    in_reply_to = st.session_state.get(_SHOWN, (session_id, 0))
    given = st.session_state[input_key]
    # With a microphone beside it the input gives more than a text.
    words = str(getattr(given, "text", given))
    say(Said(words, session_id, in_reply_to=in_reply_to[1] if in_reply_to[0] == session_id else 0))


def note_shown(session_id: str, turn: int) -> None:
    """Remember the turn of the reply that the page ends in; what is typed next answers it."""
    st.session_state[_SHOWN] = (session_id, turn)


def waiting_said() -> Said | None:
    """What the patient said and nobody has answered yet."""
    said = st.session_state.get(_SAID)
    return said if isinstance(said, Said) else None


def forget_said() -> None:
    """What the patient said is taken up, or does not fit any more."""
    st.session_state.pop(_SAID, None)


def take_said() -> Said | None:
    """What the patient just said; once."""
    said = waiting_said()
    forget_said()
    return said
