"""How a browser is known again after a reload: a random cookie that no script in the page can read."""

import re
import secrets
from http.cookies import CookieError, SimpleCookie

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rxflow.domain.patient import Language
from rxflow.prompts.catalog import spoken
from rxflow.ui.addresses import PAGES

COOKIE = "rxflow_browser"
_KEY_FORM = re.compile(r"[A-Za-z0-9_-]{32}")


def new_browser_key() -> str:
    """A key that cannot be guessed: 192 random bits in 32 characters."""
    return secrets.token_urlsafe(24)


def browser_key() -> str:
    """The key of the browser that shows this page.

    A browser that sends no cookie, or one that we did not make, gets a key that lasts until the page is reloaded.
    """
    sent = st.context.cookies.get(COOKIE)
    if _is_browser_key(sent):
        return str(sent)
    if "browser_key" not in st.session_state:
        st.session_state["browser_key"] = new_browser_key()
    return str(st.session_state["browser_key"])


def visitor_language() -> Language:
    """The language of a visitor of whom nothing is known but what the browser says."""
    return spoken((st.context.locale or "").partition("-")[0])


def visitor_place() -> str:
    """Where somebody who is not signed in comes from, for limits: their address, or on this machine their browser.

    Who sends no cookie gets a new key with every page, but not a new address.
    """
    return st.context.ip_address or browser_key()


class BrowserCookie:
    """ASGI middleware that gives a browser its key with the page, unless it has one.

    The cookie ends with the browser session, so that a shared computer forgets the patient. It is `Secure` when the
    page came over HTTPS.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].removeprefix("/") not in PAGES or _has_key(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        secure = "; Secure" if scope["scheme"] == "https" else ""
        cookie = f"{COOKIE}={new_browser_key()}; Path=/; HttpOnly; SameSite=Lax{secure}"

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("set-cookie", cookie)
            await send(message)

        await self._app(scope, receive, send_with_cookie)


def _has_key(headers: Headers) -> bool:
    try:
        sent = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return False
    return sent is not None and _is_browser_key(sent.value)


def _is_browser_key(text: object) -> bool:
    return isinstance(text, str) and _KEY_FORM.fullmatch(text) is not None
