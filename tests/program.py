"""The command line as a person calls it, in the process of the test."""

from __future__ import annotations

import pytest

from components.commands.program import NAME, app


def program(*arguments: object) -> int:
    """Run the program; return the code that it ends with."""
    with pytest.raises(SystemExit) as ended:
        app([str(argument) for argument in arguments], prog_name=NAME)
    code = ended.value.code
    return code if isinstance(code, int) else 0
