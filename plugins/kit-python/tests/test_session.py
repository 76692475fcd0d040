"""The session as a state machine: no socket, no clock."""

import unittest
from typing import Any

from casewire_stage._session import Session
from casewire_stage._wire import Message

WELCOME = Message("WELCOME", {"pipeline": "test", "settings": {}, "heartbeat_ms": 3000, "limits": {}})


def delivery(number: int, epoch: str = "a") -> Message:
    return Message("DELIVER", {"delivery": number, "epoch": epoch, "lease_ms": 1000, "message": {"type": "case.contact"}})


def done(number: int, epoch: str = "a") -> Message:
    return Message("DONE", {"delivery": number, "epoch": epoch})


class SessionTests(unittest.TestCase):
    def setUp(self) -> None:
        self.session = Session({"stage": "test", "instance": "a", "protocol": 1}, window=2)

    def said(self) -> list[str]:
        messages, self.session.out = self.session.out, []
        return [message.command for message in messages]

    def open(self, **options: Any) -> None:
        self.session.start(0)
        self.session.hear(WELCOME, 0)
        self.session.ready(0)
        self.said()

    def test_hello_is_said_each_second_until_it_is_answered(self) -> None:
        self.session.start(0)
        self.session.tick(0.5)
        self.session.tick(1.0)
        self.assertEqual(self.said(), ["HELLO"])
        self.session.tick(2.1)
        self.session.hear(WELCOME, 2.2)
        self.assertEqual(self.said(), ["HELLO"])
        self.session.tick(2.3)
        self.assertEqual(self.said(), [])

    def test_credit_is_granted_once_the_stage_is_ready_and_for_each_finished_delivery(self) -> None:
        self.session.start(0)
        self.session.hear(WELCOME, 0)
        self.assertEqual(self.session.out[-1].header["credit"], 0)
        self.session.ready(0)
        self.assertEqual(self.session.out[-1].header, {"credit": 2})
        self.said()
        self.session.hear(delivery(1), 0)
        self.assertEqual(self.said(), ["STARTED"])
        self.session.finish(done(1), 1)
        self.assertEqual(self.said(), ["DONE", "CREDIT"])

    def test_an_unanswered_outcome_is_sent_again_in_a_new_session(self) -> None:
        self.open()
        self.session.hear(delivery(1), 0)
        self.session.finish(done(1), 1)
        self.said()
        self.session.hear(Message("REFUSED", {"code": "unknown-session", "message": ""}), 1)
        self.session.hear(WELCOME, 1)
        self.assertEqual(self.said()[:2], ["HELLO", "DONE"])
        self.session.hear(Message("COMMITTED", {"delivery": 1, "epoch": "a"}), 2)
        self.assertEqual(self.session.unanswered, [])

    def test_an_outcome_that_the_broker_cannot_read_becomes_a_failure(self) -> None:
        self.open()
        self.session.hear(delivery(1), 0)
        self.session.finish(done(1), 1)
        self.session.hear(Message("ERROR", {"code": "malformed", "message": "timers[0].at is no time"}), 1)
        self.assertEqual(self.session.out[-1], Message("FAIL", {
            "delivery": 1, "epoch": "a", "kind": "permanent", "code": "malformed", "message": "timers[0].at is no time"}))
        self.assertIn("timers[0].at is no time", self.session.notes[0])
        self.session.hear(Message("COMMITTED", {"delivery": 1, "epoch": "a"}), 2)
        self.assertEqual(self.session.unanswered, [])

    def test_of_several_outcomes_the_one_that_cannot_be_read_is_found(self) -> None:
        self.session.window = 4
        self.open()
        for number in (1, 2, 3, 4):
            self.session.hear(delivery(number), 0)
            self.session.finish(done(number), 1)
        bad, failed, error = {2, 4}, set[int](), Message("ERROR", {"code": "malformed", "message": "no"})
        for now in range(2, 20):
            messages, self.session.out = self.session.out, []
            for message in messages:
                if message.command == "DONE" and message.header["delivery"] in bad:
                    self.session.hear(error, now)
                elif message.command in ("DONE", "FAIL"):
                    failed |= {message.header["delivery"]} if message.command == "FAIL" else set()
                    self.session.hear(Message("COMMITTED", dict(message.header)), now)
            self.session.tick(now)
        self.assertEqual((failed, self.session.unanswered, self.session.suspects), (bad, [], []))

    def test_a_request_that_the_broker_cannot_read_is_answered_with_its_words(self) -> None:
        self.open()
        self.session.request(Message("ASK", {"id": "a"}), 1)
        error = Message("ERROR", {"code": "malformed", "message": "no"})
        self.session.hear(error, 1)
        self.assertEqual(self.session.answered, [(("ask", "a"), error)])
        self.assertEqual(self.session.unanswered, [])

    def test_a_second_attempt_waits_for_the_first_and_its_answer(self) -> None:
        self.open()
        self.session.hear(delivery(1, "a"), 0)
        self.session.hear(delivery(1, "b"), 0)
        self.session.finish(done(1, "a"), 1)
        self.assertEqual([each.header["epoch"] for each in self.session.begun], ["a"])
        self.session.hear(Message("REFUSED", {"delivery": 1, "code": "stale", "message": ""}), 1)
        self.assertEqual([each.header["epoch"] for each in self.session.begun], ["a", "b"])

    def test_silence_of_three_heartbeats_opens_a_new_session(self) -> None:
        self.open()
        self.session.tick(8.9)
        self.assertEqual(self.said(), ["PING"])
        self.session.tick(9.0)
        self.assertEqual(self.said(), ["HELLO"])

    def test_a_lost_message_of_the_broker_opens_a_new_session(self) -> None:
        self.open()
        self.session.hear(Message("PONG", {"sent": 0}), 1)
        self.assertEqual(self.said(), [])
        self.session.hear(Message("PONG", {"sent": 3}), 1)
        self.assertEqual(self.said(), ["HELLO"])

    def test_pings_count_what_was_said(self) -> None:
        self.open()
        self.session.hear(delivery(1), 0)
        self.session.tick(1.1)
        self.assertEqual(self.session.out[-1].header, {"sent": 2})

    def test_draining_waits_for_what_was_started_and_for_its_answer(self) -> None:
        self.open()
        self.session.hear(delivery(1), 0)
        self.session.hear(Message("DRAIN"), 1)
        self.session.hear(delivery(2), 1)
        self.session.finish(done(1), 2)
        self.assertIsNone(self.session.exit_code)
        self.session.hear(Message("COMMITTED", {"delivery": 1, "epoch": "a"}), 3)
        self.assertEqual(self.session.exit_code, 0)
        self.assertEqual(self.said(), ["STARTED", "DONE", "BYE"])

    def test_leaving_does_not_take_longer_than_its_grace(self) -> None:
        self.open()
        self.session.hear(delivery(1), 0)
        self.session.leave(0)
        self.session.hear(Message("PONG"), 9)
        self.assertIsNone(self.session.exit_code)
        self.session.tick(10.1)
        self.assertEqual(self.session.exit_code, 0)

    def test_a_stage_that_is_not_wanted_leaves_with_78(self) -> None:
        self.session.start(0)
        self.session.hear(Message("REFUSED", {"code": "unknown-stage", "message": "no"}), 0)
        self.assertEqual(self.session.exit_code, 78)

    def test_leases_are_lengthened_where_the_stage_wants_it(self) -> None:
        self.session.auto_extend = True
        self.open()
        self.session.hear(delivery(1), 0)
        self.said()
        self.session.tick(0.5)
        self.assertEqual(self.said(), ["EXTEND"])

    def test_changed_settings_make_it_leave_to_be_started_anew(self) -> None:
        self.open()
        self.session.hear(Message("WELCOME", {**WELCOME.header, "settings": {"mood": "angry"}}), 1)
        self.assertTrue(self.session.is_leaving)


if __name__ == "__main__":
    unittest.main()
