"""What people would otherwise write: a page that shows a conversation out of memory, and nothing else."""

from pathlib import Path

import streamlit as st
from starlette.types import ASGIApp

MESSAGES = 60


def create_app() -> ASGIApp:
    """The ASGI application, for `uvicorn --factory`."""
    return st.App(Path(__file__).with_name("plain_page.py"))
