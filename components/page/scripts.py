"""The project's own scripts; the policy knows them by their hashes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

# What listens for the whole visit; each begins once, however often it is sent.
LISTENING = ("headings", "marks", "paper", "theme")


@cache
def element(*names: str) -> str:
    """Return scripts of this folder as HTML; they hold nothing of data or reader."""
    texts = [
        Path(__file__).with_name(f"{name}.js").read_text("utf-8") for name in names
    ]
    return "".join(f"<script>{text}</script>" for text in texts)


def send(*names: str) -> None:
    """Run scripts in the browser; called last, since their element has no height."""
    st.html(element(*names), unsafe_allow_javascript=True)
