"""What is wrong with the data, in words, instead of a traceback."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.problems import DataError

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
    noun = "problem" if count == 1 else "problems"
    with st.container(key="data-problems"):
        if serving_last_good:
            st.warning(
                "The page shows the last good version of the data.",
                title=f"The data files now have {count} {noun}",
                icon=":material/warning:",
            )
        else:
            st.error(
                "Fix the files; the page picks them up when it is opened again.",
                title=f"The data cannot be shown: {count} {noun}",
                icon=":material/error:",
            )
        for problem in error.problems[:SHOWN_IN_FULL]:
            with st.container(border=True, gap="small"):
                st.text(problem.place)
                st.text(f"Found: {problem.found}")
                st.text(f"Expected: {problem.expected}")
                st.text(f"Remedy: {problem.remedy}")
        if count > SHOWN_IN_FULL:
            st.dataframe(
                pd.DataFrame([problem.as_dict() for problem in error.problems]),
                hide_index=True,
                alt=f"All {count} problems of the data",
            )
