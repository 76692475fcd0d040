"""Deliveries, outcomes and failures, without a broker."""

import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from unittest import mock

sys.path.insert(0, str(Path(__file__).parent.parent / "example"))

from casewire_stage import BrokerRefusal, Outcome, Received, Settings, Stage, StageContext, StageFailure
from casewire_stage._link import answered
from casewire_stage._needs import unmet
from casewire_stage._program import perform
from thanks import Thanks

HEADER: dict[str, Any] = {
    "delivery": 7, "epoch": "3.12", "attempt": 1, "now": "2026-11-22T09:00:00.000Z", "lease_ms": 10000, "data": 0,
    "log": 1, "sections": [{"name": "care", "schema": "care/1", "version": 4, "body": 2}],
    "case": {"ref": "CW-7K3F9QX", "status": "open", "heard": 1, "opened": "2026-11-22T08:00:00.000Z"},
    "message": {"id": "1", "source": "/triage", "type": "case.understood", "time": "2026-11-22T09:00:00.000Z",
                "traceparent": "00-0-0-01", "deadline": "2026-11-22T10:00:00.000Z", "specversion": "1.0"},
}
BODIES = [b'{"mood": "happy", "heard": 1}', b'[{"seq": 1, "kind": "heard", "body": {"words": "thanks"}}]', b'{"rung": 0}']


def received(**changes: Any) -> Received:
    return Received({**HEADER, **changes}, BODIES)


class ReceivedTests(unittest.TestCase):
    def test_what_came_is_read_on_demand(self) -> None:
        delivery = received()
        self.assertEqual(delivery.data()["mood"], "happy")
        self.assertEqual(delivery.section("care"), {"rung": 0})
        self.assertIsNone(delivery.section("feedback"))
        self.assertEqual([entry["body"]["words"] for entry in delivery.log("heard")], ["thanks"])
        self.assertEqual(delivery.ref, "CW-7K3F9QX")
        self.assertEqual(delivery.now, datetime(2026, 11, 22, 9, tzinfo=timezone.utc))

    def test_a_test_writes_a_delivery_as_once_takes_it(self) -> None:
        delivery = Received.once({"delivery": {"message": {"type": "case.contact"}}, "bodies": [{"words": "hello"}]})
        self.assertEqual((delivery.type, delivery.data()), ("case.contact", {"words": "hello"}))
        with self.assertRaises(KeyError):
            Received.once({"delivery": {}})

    def test_what_cannot_be_read_is_a_permanent_failure(self) -> None:
        for delivery in (received(data=None), received(data=9), Received(HEADER, [b"{"])):
            with self.assertRaises(StageFailure) as caught:
                delivery.data()
            self.assertEqual(caught.exception.kind, "permanent")


class OutcomeTests(unittest.TestCase):
    def test_bodies_are_named_by_index_and_versions_filled_in(self) -> None:
        delivery = received()
        outcome = Outcome(delivery)
        outcome.set("care", "care/1", {"rung": 1})
        outcome.set("care", "care/1", {"rung": 2})
        outcome.emit("said", {"a": 1}, deadline=delivery.now + timedelta(hours=1))
        outcome.timer("remind", type="thanks.remind", at=delivery.now)
        outcome.timer("remind", type="thanks.remind", at=delivery.now + timedelta(seconds=1))
        header = outcome.message().header
        self.assertEqual(header["set"], [{"name": "care", "schema": "care/1", "base": 4, "body": 1}])
        self.assertEqual(json.loads(outcome.bodies[1]), {"rung": 2})
        self.assertEqual(header["emit"][0]["deadline"], "2026-11-22T10:00:00.000Z")
        self.assertEqual([each["at"] for each in header["timers"]], ["2026-11-22T09:00:01.000Z"])
        self.assertEqual(header["epoch"], "3.12")

    def test_a_time_without_a_zone_is_refused(self) -> None:
        with self.assertRaises(ValueError):
            Outcome(received()).timer("x", type="x.y", at=datetime(2026, 1, 1))

    def test_what_the_broker_could_not_read_is_refused_here(self) -> None:
        wrong: list[Any] = [
            lambda outcome: outcome.timer("a", type=7, at=outcome.now), lambda outcome: outcome.resolve(None),
            lambda outcome: outcome.reopen("a\0b"), lambda outcome: outcome.say("a", to=["b\0"], purpose="c", text="d"),
            lambda outcome: outcome.timer("a", type="x.y", at="2026-01-01T00:00:00Z")]
        for make in wrong:
            outcome: Any = Outcome(received())
            outcome.now = received().now
            with self.assertRaises((StageFailure, ValueError)):
                make(outcome)
                outcome.message()
        fine = Outcome(received())
        fine.append("noted", {"a": "b\0"})
        self.assertEqual(fine.message().command, "DONE")

    def test_what_is_not_given_is_left_out_of_a_text(self) -> None:
        outcome = Outcome(received())
        outcome.say("a", to=["ada@example.net"], purpose="thanks", text="Grüße")
        say = outcome.header["say"][0]
        self.assertNotIn("subject", say)
        self.assertNotIn("seldom_ms", say)
        self.assertEqual(outcome.bodies[say["body"]].decode(), "Grüße")
        outcome.promise("a", what="b", due=received().now, authority="c", evidence="d")
        self.assertNotIn("kind", outcome.header["promise"][0])

    def test_a_text_may_be_seldom_and_a_promise_have_a_kind(self) -> None:
        outcome = Outcome(received())
        outcome.say("a", to=["ada@example.net"], purpose="thanks", text="b", seldom=timedelta(days=1))
        outcome.promise("a", what="b", due=received().now, authority="c", evidence="d", kind="refund")
        self.assertEqual(outcome.header["say"][0]["seldom_ms"], 86_400_000)
        self.assertEqual(outcome.header["promise"][0]["kind"], "refund")


class AnswerTests(unittest.TestCase):
    def answer(self, error: BaseException) -> dict[str, Any]:
        class Broken(Stage):
            def handle(self, delivery: Received, outcome: Outcome) -> None:
                outcome.emit("happy")
                raise error

        return answered(Broken(Settings(), StageContext()), received()).header

    def test_failures_keep_their_kind_and_other_errors_are_tried_again(self) -> None:
        self.assertEqual(self.answer(StageFailure.permanent("no", "never"))["kind"], "permanent")
        header = self.answer(ZeroDivisionError("oh"))
        self.assertEqual((header["kind"], header["code"]), ("retry", "error"))
        self.assertIn("ZeroDivisionError: oh (test_handling.py:", header["message"])
        self.assertNotIn("emit", header)

    def test_a_failure_can_be_sent_whatever_its_words_are(self) -> None:
        header = self.answer(StageFailure.permanent("no", "a\0b \ud800"))
        self.assertEqual(header["message"], "a\ufffdb ?")

    def test_a_handler_that_would_end_the_process_has_failed(self) -> None:
        for error in (SystemExit(3), KeyboardInterrupt(), GeneratorExit()):
            with self.assertLogs("casewire", "ERROR"):
                header = self.answer(error)
            self.assertEqual((header["kind"], header["code"]), ("retry", "handler"))
            self.assertIn(type(error).__name__, header["message"])


class SettingsTests(unittest.TestCase):
    def test_a_setting_that_is_missing_or_of_another_type_is_a_config_failure(self) -> None:
        settings = Settings({"mood": "happy", "times": 3, "loud": True, "to": ["a"]})
        self.assertEqual(settings.text("mood"), "happy")
        self.assertEqual(settings.number("times"), 3.0)
        self.assertEqual(settings.texts("to"), ["a"])
        for wrong in (lambda: settings.text("times"), lambda: settings.integer("loud"), lambda: settings.text("none")):
            with self.assertRaises(StageFailure) as caught:
                wrong()
            self.assertEqual(caught.exception.kind, "config")


class Asker(Stage):
    """Does outside of its outcome what a stage may do there."""

    def __init__(self, settings: Settings, context: StageContext) -> None:
        self.context = context

    def handle(self, delivery: Received, outcome: Outcome) -> None:
        given = delivery.data()["blob"]
        outcome.append("noted", {
            "kept": self.context.blobs.get(self.context.blobs.put(b"a file")).decode(),
            "given": self.context.blobs.get(given).decode(),
            "others": self.context.ask("sections", {"name": "care"}),
            "taken": self.context.submit("1", via="test", raw=b"x").state})
        try:
            self.context.ask("told", {"ref": "CW-1", "who": "x"})
        except BrokerRefusal as refusal:
            assert refusal.code == "no-case"


class NeedsTests(unittest.TestCase):
    def test_an_old_python_is_told_in_words(self) -> None:
        self.assertIn("3.11", unmet((3, 9)) or "")
        self.assertIsNone(unmet((3, 11)))

    def test_without_pyzmq_a_stage_says_in_one_line_what_to_install(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "zmq.py").write_text("raise ImportError('none here')")
            path = os.pathsep.join([folder, str(Path(__file__).parent.parent)])
            done = subprocess.run(
                [sys.executable, "-c", "import casewire_stage"], env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr.count("\n")), (78, 1))
        self.assertIn("python3-zmq", done.stderr)


class ProgramTests(unittest.TestCase):
    def once(self, text: str, kind: type[Stage] = Thanks) -> tuple[int, str]:
        with mock.patch("sys.stdin", io.StringIO(text)), redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()):
            return perform(kind, ["--once"]), out.getvalue()

    def test_what_a_stage_asks_of_a_broker_is_answered_without_one(self) -> None:
        hash = hashlib.sha256(b"a mail").hexdigest()
        given = {"delivery": {"message": {"type": "case.contact"}}, "bodies": [{"blob": hash}], "blobs": ["a mail"]}
        code, text = self.once(json.dumps(given), Asker)
        self.assertEqual(code, 0)
        self.assertEqual(
            json.loads(text)["done"]["append"][0]["body"],
            {"kept": "a file", "given": "a mail", "others": [], "taken": "received"})

    def test_one_delivery_is_worked_without_a_broker(self) -> None:
        given = {"delivery": HEADER, "bodies": [json.loads(body) for body in BODIES], "settings": {"mood": "happy"}}
        code, text = self.once(json.dumps(given))
        self.assertEqual(code, 0)
        self.assertEqual(json.loads(text)["done"]["emit"], [{"output": "happy", "body": {"heard": 1}}])

    def test_exit_codes_tell_what_was_wrong(self) -> None:
        # A type is enough.
        given = {"delivery": {"message": {"type": "case.understood"}}, "bodies": [{"mood": "happy", "heard": 1}],
                 "settings": {"mood": "happy"}}
        self.assertIn('"output": "happy"', self.once(json.dumps(given))[1])
        self.assertEqual(self.once(json.dumps({**given, "delivery": {}}))[0], 65)
        self.assertEqual(self.once("no json")[0], 65)
        self.assertEqual(self.once(json.dumps({"delivery": HEADER, "settings": {}}))[0], 78)
        self.assertEqual(self.once(json.dumps({"delivery": HEADER, "settings": {"mood": "x"}}))[0], 1)


if __name__ == "__main__":
    unittest.main()
