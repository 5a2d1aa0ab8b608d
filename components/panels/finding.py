"""Title, the finding in one sentence, and the warning under it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import sentences, wording
from components.dataset import Dataset
from components.measures import Step


def render(dataset: Dataset, steps: Sequence[Step]) -> None:
    """Show title, finding and warning."""
    st.title(wording.as_markdown(dataset.title), anchor=False)
    st.header(wording.as_markdown(sentences.finding(steps)), anchor=False)
    one_voice = sentences.one_voice(steps)
    if one_voice:
        st.warning(
            wording.as_markdown(sentences.beside_the_claims(dataset, steps)),
            title=wording.as_markdown(one_voice),
            icon=":material/record_voice_over:",
        )
    elif record := sentences.against_the_record(dataset, steps):
        st.info(wording.as_markdown(record), icon=":material/balance:")
