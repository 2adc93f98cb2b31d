"""The plain page itself, as Streamlit runs it."""

import streamlit as st

from bench.pages.plain import MESSAGES

for number in range(MESSAGES):
    with st.chat_message("assistant" if number % 2 else "user"):
        st.text(f"Message {number}: something that is as long as what is usually said in a conversation like this one.")
st.chat_input("Write your message")
