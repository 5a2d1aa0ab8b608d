"""The policy: known scripts by their content, and nothing that would undo it."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from requested import request
from streamlit.file_util import get_static_dir

from components.page import policy, scripts
from components.page.first_screen import SCRIPT
from components.page.policy import Policy

STREAMLIT = (Path(get_static_dir()) / "index.html").read_text("utf-8")


def directives(text):
    return dict(part.split(" ", 1) for part in text.split("; "))


@pytest.fixture
def found():
    return directives(policy.headers(STREAMLIT)["content-security-policy"])


def known(script):
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"


@pytest.mark.parametrize("name", [*scripts.LISTENING, "embed", "tabs"])
def test_each_script_that_the_page_sends_is_known(found, name):
    (text,) = re.findall(r"<script>(.*?)</script>", scripts.element(name), re.DOTALL)
    assert known(text) in found["script-src"]


def test_the_scripts_of_the_document_are_known(found):
    assert known(SCRIPT) in found["script-src"]
    inline = STREAMLIT.split("<script>")[1].split("</script>")[0]
    assert known(inline) in found["script-src"]


def test_nothing_lets_other_scripts_run(found):
    sources = found["script-src"].split()
    assert sources[:2] == ["'self'", "'wasm-unsafe-eval'"]
    assert all(source.startswith("'sha256-") for source in sources[2:])
    assert len(sources) == len(set(sources))
    assert found["default-src"] == found["base-uri"] == "'none'"
    assert "'unsafe-eval'" not in str(found)
    assert not [name for name in found if "http" in found[name]]


def test_a_script_that_streamlit_changes_is_known_by_its_new_content():
    changed = policy.headers(STREAMLIT.replace("prerenderReady = false", "x = 1"))
    assert changed != policy.headers(STREAMLIT)


def test_every_answer_has_the_headers_once_and_keeps_its_own():
    async def app(scope, receive, send):
        own = [
            (b"referrer-policy", b"same-origin"),
            (b"set-cookie", b"a=1"),
            (b"set-cookie", b"b=2"),
        ]
        await send({"type": "http.response.start", "status": 404, "headers": own})
        await send({"type": "http.response.body", "body": b""})

    answer = request(Policy(app, policy.headers(STREAMLIT)), "/any")
    assert answer.header("x-content-type-options") == "nosniff"
    assert answer.header("referrer-policy") == "same-origin"
    assert answer.header("content-security-policy").startswith("default-src 'none'; ")
    assert answer.all("set-cookie") == ["a=1", "b=2"]
