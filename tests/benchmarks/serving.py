"""A server of its own for each app that is measured."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FLOOR = Path(__file__).with_name("floor.py")
PAGE = ROOT / "dashboard.py"
OURS = ()
# What Streamlit does when nobody chose: a full collection after each run, and
# none of the packages of its `performance` extra.
DEFAULTS = ("--runner.postScriptGC=true",)
_WITHOUT_EXTRA = (
    "import sys; sys.modules.update(dict.fromkeys(('uvloop', 'httptools', 'orjson'))); "
    "from streamlit.web.cli import main; main()"
)


@dataclass(frozen=True)
class Server:
    """A running app: its address, its process, and how long it took to start."""

    address: str
    pid: int
    started_ms: float

    @property
    def memory_mb(self) -> float:
        """Resident memory of the process, in MB."""
        pages = Path(f"/proc/{self.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6

    @property
    def cpu_s(self) -> float:
        """Processor time of the process, in seconds."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def serving(
    app: Path, data: Path | None = None, *, defaults: bool = False
) -> Iterator[Server]:
    """Yield a server of an app under the project's settings, or Streamlit's own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = [sys.executable, "-c", _WITHOUT_EXTRA] if defaults else None
    command = [
        *(start or (sys.executable, "-m", "streamlit")),
        *("run", str(app), "--server.headless=true", "--server.address=127.0.0.1"),
        f"--server.port={port}",
        *(DEFAULTS if defaults else OURS),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if data:
        environment["TRADE_DATA"] = str(data)
    with tempfile.TemporaryFile() as log:
        begun = time.perf_counter()
        # In the root, whose .streamlit/config.toml holds for both apps.
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_until_healthy(address, process)
            took = (time.perf_counter() - begun) * 1000
            yield Server(address, process.pid, took)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()
            return
        time.sleep(0.02)
    raise RuntimeError("the server did not start")
