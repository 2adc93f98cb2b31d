"""The other ways in: with a password, with an identity provider, and in the demo as one of the staff."""

import streamlit as st

from rxflow.assistant import Assistant
from rxflow.domain.account import MOST_LOGIN_CHARS
from rxflow.domain.errors import EmailNotVerifiedError, UserError, UserNotVerifiedError
from rxflow.domain.patient import Language
from rxflow.services.demo_staff import DEMO_STAFF
from rxflow.services.passwords import MOST_PASSWORD_CHARS
from rxflow.ui.identity_provider import go_to_provider, leave_provider, provider_email
from rxflow.ui.plain_text import as_label
from rxflow.ui.sign_in_wording import WaysInWording, role_name
from rxflow.ui.visit import sign_in_as_demo_staff, sign_in_by_password, sign_in_from_provider
from rxflow.ui.wording import words_of

_REFUSED = "provider_refused"


def show_password(assistant: Assistant, language: Language) -> None:
    """Ask staff, and patients and guardians with accounts, for login and password; forgotten once they are sent."""
    words = words_of(WaysInWording, language)
    with (
        st.expander(words.password_title, icon=":material/key:", key="password"),
        st.form("password-form", clear_on_submit=True, border=False),
    ):
        login = st.text_input(
            words.password_login, key="password-login", max_chars=MOST_LOGIN_CHARS, autocomplete="username"
        )
        password = st.text_input(
            words.password_word,
            key="password-word",
            type="password",
            max_chars=MOST_PASSWORD_CHARS,
            autocomplete="current-password",
        )
        st.caption(words.password_hint)
        if not st.form_submit_button(words.identity_sign_in, key="password-sign-in", type="primary"):
            return
        if not login.strip() or not password:
            st.warning(words.password_missing, icon=":material/edit:")
            return
        try:
            sign_in_by_password(assistant, login, password)
        except UserNotVerifiedError:
            st.warning(words.password_not_verified, icon=":material/lock:")
            return
    st.rerun()


def show_provider(assistant: Assistant, language: Language) -> None:
    """Offer the identity provider where there is one, and let in whoever comes back from it."""
    if not assistant.settings.has_identity_provider:
        return
    words = words_of(WaysInWording, language)
    email = provider_email(assistant)
    if email is not None and _REFUSED not in st.session_state:
        try:
            sign_in_from_provider(assistant, email)
        except (EmailNotVerifiedError, UserNotVerifiedError) as error:
            # Once a page: it is a try, and recorded as one.
            is_unverified = isinstance(error, EmailNotVerifiedError)
            st.session_state[_REFUSED] = words.provider_unverified if is_unverified else words.provider_unknown
        else:
            st.rerun()
    if _REFUSED in st.session_state:
        st.warning(st.session_state[_REFUSED], icon=":material/lock:")
        if st.button(words.provider_switch, key="provider-switch", icon=":material/logout:"):
            leave_provider()
        return
    if st.button(words.provider, key="provider", type="primary", icon=":material/login:", width="stretch"):
        go_to_provider()


def show_demo_staff(assistant: Assistant, language: Language) -> None:
    """Let the visitor see the pharmacy's side, as one of the demo's staff."""
    words = words_of(WaysInWording, language)
    st.header(words.demo_staff, anchor=False)
    st.caption(words.demo_staff_hint)
    with st.container(horizontal=True, key="demo-staff", gap="small"):
        for user in DEMO_STAFF:
            label = words.demo_staff_as.format(name=user.name, role=role_name(user.role, language))
            if st.button(as_label(label), key=f"staff-{user.user_id}", icon=":material/medical_services:"):
                _choose(assistant, user.user_id)


def _choose(assistant: Assistant, user_id: str) -> None:
    try:
        sign_in_as_demo_staff(assistant, user_id)
    except UserError as error:
        st.warning(as_label(str(error)), icon=":material/lock:")
        return
    st.rerun()
