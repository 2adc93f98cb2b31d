"""The page that Streamlit runs. Start it with `rxflow serve`; `streamlit run app.py` works too."""

from rxflow.ui.page import show_page

show_page()
