"""A real process, met over a real socket: what a stage asks of its broker besides deliveries."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from typing import Any

import zmq

HERE = Path(__file__).parent


class LinkTests(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory(dir="/tmp")
        self.addCleanup(folder.cleanup)
        context = zmq.Context()
        self.addCleanup(context.term)
        self.socket = context.socket(zmq.ROUTER)
        self.addCleanup(self.socket.close, 0)
        endpoint = f"ipc://{folder.name}/source.sock"
        self.socket.bind(endpoint)
        environment = {**os.environ, "CASEWIRE_SOCKET": endpoint, "CASEWIRE_STAGE": "source", "CASEWIRE_INSTANCE": "a",
                       "PYTHONPATH": os.pathsep.join([str(HERE.parent), os.environ.get("PYTHONPATH", "")])}
        self.process = subprocess.Popen(
            [sys.executable, str(HERE / "source.py")], env=environment, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.end)
        self.peer = b""
        self.heard: list[tuple[str, dict[str, Any], list[bytes]]] = []
        self.hear("HELLO")
        self.say("WELCOME", {"pipeline": "t", "settings": {}, "heartbeat_ms": 3000, "limits": {"chunk": 4, "message": 1 << 20}})

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()

    def say(self, command: str, header: Any, *bodies: bytes) -> None:
        self.socket.send_multipart([self.peer, b"CASEWIRE/1", command.encode(), json.dumps(header).encode(), *bodies])

    def hear(self, command: str) -> tuple[dict[str, Any], list[bytes]]:
        """The next message of a command; others wait for their turn."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            for each in self.heard:
                if each[0] == command:
                    self.heard.remove(each)
                    return each[1], each[2]
            if self.socket.poll(100):
                self.peer, _, name, header, *bodies = self.socket.recv_multipart()
                self.heard.append((name.decode(), json.loads(header), bodies))
        raise AssertionError(f"{command} was not said; {[each[0] for each in self.heard]} was")

    def deliver(self, number: int, type: str, **more: Any) -> dict[str, Any]:
        lease = {"delivery": number, "epoch": "e"}
        self.say("DELIVER", {**lease, "attempt": 1, "now": "2026-11-22T09:00:00.000Z", "lease_ms": 9000, "sections": [],
                             "message": {"type": type}, **more})
        return lease

    def test_a_door_submits_and_is_told_to_come_later(self) -> None:
        header, bodies = self.hear("SUBMIT")
        self.assertEqual((header["id"], bodies[header["raw"]]), ("mail-1", b"raw"))
        self.assertNotIn("admit", header)
        self.assertEqual(header["traceparent"], "00-a-b-01")
        self.say("LATER", {"id": "mail-1", "after_ms": 50})
        header, bodies = self.hear("SUBMIT")
        self.assertEqual(json.loads(bodies[header["admit"]["entry"]]), {"words": "x"})
        self.say("ACCEPTED", {"id": "mail-2", "submission": 1, "state": "opened", "ref": "CW-1"})
        self.process.terminate()
        self.hear("BYE")
        self.assertEqual(self.process.wait(10), 0)

    def test_blobs_go_in_chunks_and_questions_are_answered(self) -> None:
        hash = hashlib.sha256(b"0123456789").hexdigest()
        lease = self.deliver(7, "case.contact")
        self.assertEqual(self.hear("EXTEND")[0], {**lease, "seconds": 5.0})
        for offset, chunk in ((0, b"0123"), (4, b"4567"), (8, b"89")):
            header, bodies = self.hear("PUT")
            self.assertEqual((header["offset"], bodies), (offset, [chunk]))
            self.say("STORED", {"hash": hash, "next": offset + len(chunk)})
        header, _ = self.hear("ASK")
        self.say("REPLY", {"id": header["id"]}, b'{"ref": "CW-1"}')
        for offset, chunk in ((0, b"0123"), (4, b"4567"), (8, b"89")):
            self.assertEqual(self.hear("GET")[0], {"hash": hash, "offset": offset})
            self.say("BLOB", {"hash": hash, "size": 10, "offset": offset}, chunk)
        header, bodies = self.hear("DONE")
        self.assertEqual(json.loads(bodies[0]), {"kept": hash, "back": "0123456789", "told": {"ref": "CW-1"}})

    def test_a_refused_request_fails_the_delivery_and_no_other(self) -> None:
        self.deliver(7, "case.gone")
        self.hear("GET")
        self.say("REFUSED", {"id": "0" * 64, "code": "no-blob", "message": "there is none"})
        header, _ = self.hear("FAIL")
        self.assertEqual((header["kind"], header["code"]), ("retry", "no-blob"))
        lease = self.deliver(8, "say.ready", say={"say": 3})
        self.assertEqual(self.hear("BEGIN")[0], {**lease, "say": 3})
        self.say("STOP", {"delivery": 8, "say": 3, "code": "superseded", "message": "they wrote"})
        _, bodies = self.hear("DONE")
        self.assertEqual(json.loads(bodies[0]), {"go": False, "code": "superseded"})

    def test_a_handler_that_exits_costs_no_place(self) -> None:
        for number in range(7, 12):
            lease = self.deliver(number, "case.exit")
            header, _ = self.hear("FAIL")
            self.assertEqual((header["delivery"], header["kind"], header["code"]), (number, "retry", "handler"))
            self.say("COMMITTED", lease)

    def test_a_broken_door_takes_the_process_with_it(self) -> None:
        self.hear("SUBMIT")
        self.say("REFUSED", {"id": "mail-1", "code": "no-source", "message": "the manifest does not say so"})
        self.hear("BYE")
        self.assertEqual(self.process.wait(10), 70)


if __name__ == "__main__":
    unittest.main()
