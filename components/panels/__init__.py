"""The parts of the page; the only modules that know Streamlit."""
