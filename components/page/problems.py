"""What is wrong with the data, in words, instead of a traceback."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.problems import DataError
from components.words import served

SHOWN_IN_FULL = 5


def render(error: DataError, *, serving_last_good: bool) -> None:
    """Show every problem of a data package.

    Parameters
    ----------
    error
        The problems.
    serving_last_good
        Whether the page goes on with the data as they last were.
    """
    count = len(error.problems)
    with st.container(key="data-problems"):
        if serving_last_good:
            st.warning(
                served.LAST_GOOD,
                title=served.now_have(count),
                icon=":material/warning:",
            )
        else:
            st.error(
                served.FIX_THE_FILES,
                title=served.broken(count),
                icon=":material/error:",
            )
        for problem in error.problems[:SHOWN_IN_FULL]:
            with st.container(border=True, gap="small"):
                for line in served.explained(problem):
                    st.text(line)
        if count > SHOWN_IN_FULL:
            st.dataframe(
                pd.DataFrame([problem.as_dict() for problem in error.problems]),
                hide_index=True,
                alt=served.all_problems(count),
            )
