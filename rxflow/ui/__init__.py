"""The Streamlit pages: what the patient sees and presses. No rule of the pharmacy is decided here."""
