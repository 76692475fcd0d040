"""The whole desk as real processes, driven by commands: for pytest, with a casewire in the PATH.

DESK names the folder of your pipeline.yaml; /etc/casewire is where a package has it.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

DESK = Path(os.environ.get("DESK", "/etc/casewire"))

MAIL = """\
From: Ann Weaver <ann@customer.example>
To: desk@hearth.example
Subject: My parcel
Message-ID: <1@customer.example>

Where is my parcel? It should have been here on Monday.
"""


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


class Desk:
    """A desk with a folder, sockets and a port of its own."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="cw-", dir="/tmp"))
        for file in DESK.iterdir():
            if file.name not in ("standards.yaml", "var"):
                (self.folder / file.name).symlink_to(file)
        standards = (DESK / "standards.yaml").read_text().replace("quiet: 20 seconds", "quiet: 200 milliseconds")
        (self.folder / "standards.yaml").write_text(standards)
        (self.folder / "var").mkdir(mode=0o700)
        if (DESK / "var/models").is_dir():  # What triage has learned, so that it need not learn it again.
            shutil.copytree(DESK / "var/models", self.folder / "var/models")
        self.environment = {
            **os.environ, "CASEWIRE_PIPELINE": f"{self.folder}/pipeline.yaml", "CASEWIRE_VAR": f"{self.folder}/var",
            "CASEWIRE_WEB": f"127.0.0.1:{free_port()}"}
        with open(self.folder / "up.log", "wb") as log:
            self.up = subprocess.Popen(
                ["casewire", "up"], env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def casewire(self, *arguments: str) -> str:
        done = subprocess.run(["casewire", *arguments], env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, f"casewire {' '.join(arguments)} ended with {done.returncode}: {done.stderr}"
        return done.stdout

    def json(self, *arguments: str) -> Any:
        return json.loads(self.casewire(*arguments, "--format", "json"))

    def pid(self, stage: str) -> int:
        return int(self.json("status", "--stage", stage)["stages"][0]["sessions"][0]["pid"])

    def close(self) -> None:
        self.up.terminate()
        try:
            assert self.up.wait(30) == 0
        finally:
            self.up.kill()
            shutil.rmtree(self.folder)


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    try:
        desk.casewire("status", "--ready", "--timeout", "60")
        yield desk
    finally:
        desk.close()


def test_a_mail_is_acknowledged_although_triage_is_killed(desk: Desk) -> None:
    mail = desk.folder / "1.eml"
    mail.write_text(MAIL)
    os.kill(desk.pid("triage"), signal.SIGKILL)
    sent = desk.json("send", str(mail))
    desk.casewire("status", "--at-rest", "--timeout", "30")
    case = desk.json("case", sent["items"][0]["ref"])
    assert case["sections"]["understanding"]["topic"] in ("order-status", "delivery-late")
    assert "acknowledgment" in [entry["body"]["purpose"] for entry in case["log"] if entry["kind"] == "said"]
    assert desk.json("dead") == []
    assert desk.json("report", "intake")["reconciles"]
    desk.casewire("store", "check")
