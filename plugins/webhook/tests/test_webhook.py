"""Against a server on this host."""

import base64
import hashlib
import hmac
import json
import tempfile
import threading
import time
import unittest
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

from casewire_stage import Outcome, Received, Settings, StageContext, StageFailure
from webhook import Webhook, pause, retry_after

KEY = bytes(range(32))


class Server(HTTPServer):
    """Answers with the statuses it is told, and keeps what was posted."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.statuses: list[tuple[int, dict[str, str]]] = []
        self.posts: list[tuple[dict[str, str], bytes]] = []
        self.raw: list[bytes] = []
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.posts.append(({name.lower(): value for name, value in self.headers.items()}, body))
        if self.server.raw:
            return self.drip(self.server.raw)
        status, headers = self.server.statuses.pop(0) if self.server.statuses else (200, {})
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def drip(self, pieces: list[bytes]) -> None:
        """The pieces, a twentieth of a second apart, for as long as somebody listens."""
        try:
            for piece in pieces:
                self.wfile.write(piece)
                time.sleep(0.05)
        except OSError:
            pass

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


class WebhookTests(unittest.TestCase):
    def setUp(self) -> None:
        self.server = Server()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.section: Any = None
        self.number = 0

    def stage(self, **settings: Any) -> Webhook:
        url = f"http://127.0.0.1:{self.server.server_port}/hook"
        given = {"url": url, "format": "cloudevents", "data": False, "case_url": "", "timeout": 2000,
                 "give_up_after": 86_400_000, **settings}
        return Webhook(Settings(given), StageContext())

    def secret(self, key: bytes = KEY) -> str:
        with tempfile.NamedTemporaryFile("w", delete=False) as file:
            file.write("whsec_" + base64.b64encode(key).decode() + "\n")
        return file.name

    def deliver(self, stage: Webhook, type: str, data: Any = None, now: str = "2026-11-22T09:00:00.000Z") -> Outcome:
        """Works one delivery and takes its section over."""
        self.number += 1
        bodies = [json.dumps(data).encode(), json.dumps(self.section).encode()]
        sections = [{"name": "webhook", "schema": "webhook/1", "version": self.number, "body": 1}] if self.section else []
        header = {
            "delivery": self.number, "epoch": "a", "now": now, "lease_ms": 1000, "sections": sections, "data": 0,
            "case": {"ref": "CW-7K3F9QX", "status": "open", "heard": 1, "owner": "mira"},
            "message": {"id": f"m{self.number}", "source": "/intake", "type": type, "subject": "CW-7K3F9QX", "time": now,
                        "specversion": "1.0", "traceparent": "00-0-0-01", "deadline": now},
        }
        delivery = Received(header, bodies)
        outcome = Outcome(delivery)
        stage.handle(delivery, outcome)
        for section in outcome.header.get("set", []):
            self.section = json.loads(outcome.bodies[section["body"]])
        return outcome

    def timer(self, outcome: Outcome) -> str | None:
        timers = outcome.header.get("timers", [])
        return timers[0]["at"] if timers else None

    def test_an_event_waits_in_its_section_and_a_timer_posts_it(self) -> None:
        stage = self.stage()
        self.assertEqual(self.timer(self.deliver(stage, "case.handover", {"reason": "lost"})), "2026-11-22T09:00:00.000Z")
        self.assertEqual(self.server.posts, [])
        self.assertIsNone(self.timer(self.deliver(stage, "webhook.post")))
        headers, body = self.server.posts[0]
        self.assertEqual(headers["content-type"], "application/cloudevents+json")
        self.assertEqual(headers["traceparent"], "00-0-0-01")
        self.assertEqual(json.loads(body)["type"], "case.handover")
        self.assertNotIn("data", json.loads(body))
        self.assertEqual(self.section, {"waiting": []})

    def test_a_post_is_signed_as_standard_webhooks_wants_it(self) -> None:
        stage = self.stage(secret_file=self.secret(), data=True)
        self.deliver(stage, "case.contact", {"words": "Grüße"})
        self.deliver(stage, "webhook.post")
        headers, body = self.server.posts[0]
        signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
        mac = base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest()).decode()
        self.assertEqual(headers["webhook-signature"], f"v1,{mac}")
        self.assertEqual(headers["webhook-timestamp"], "1795338000")
        self.assertEqual(json.loads(body)["data"], {"words": "Grüße"})

    def test_nothing_overtakes_an_event_that_is_not_taken(self) -> None:
        stage = self.stage()
        self.server.statuses = [(503, {}), (500, {"Retry-After": "7"})]
        self.deliver(stage, "case.contact")
        self.deliver(stage, "case.handover")
        self.assertEqual(self.timer(self.deliver(stage, "webhook.post")), "2026-11-22T09:00:10.000Z")
        self.assertEqual(self.timer(self.deliver(stage, "webhook.post")), "2026-11-22T09:00:07.000Z")
        self.assertEqual(self.timer(self.deliver(stage, "case.resolved")), "2026-11-22T09:00:07.000Z")
        for _ in range(3):
            self.deliver(stage, "webhook.post")
        types = [json.loads(body)["type"] for _, body in self.server.posts]
        self.assertEqual(types, ["case.contact"] * 3 + ["case.handover", "case.resolved"])
        self.assertEqual(len({headers["webhook-id"] for headers, _ in self.server.posts[:3]}), 1)

    def test_an_event_is_given_up_in_the_story_and_the_next_one_goes_on(self) -> None:
        stage = self.stage(give_up_after=60_000)
        self.server.statuses = [(404, {})]
        self.deliver(stage, "case.contact")
        self.deliver(stage, "case.handover")
        outcome = self.deliver(stage, "webhook.post", now="2026-11-22T09:01:00.000Z")
        note = json.loads(outcome.bodies[outcome.header["append"][0]["body"]])
        self.assertEqual((note["webhook"], note["answer"]), ("given up", "404 Not Found"))
        self.assertEqual([each["type"] for each in self.section["waiting"]], ["case.handover"])
        self.assertIsNotNone(self.timer(outcome))

    def test_a_server_that_speaks_no_http_or_drips_is_tried_again_in_time(self) -> None:
        stage = self.stage(timeout=300)
        self.deliver(stage, "case.contact")
        head = b"HTTP/1.1 200 OK\r\n"
        for number, raw in enumerate(([b"hello\r\n\r\n"], [head + b"X: y\r\n" * 200 + b"\r\n"], [head, b"X: ", *[b"y"] * 100]), 1):
            self.server.raw, begun = raw, time.monotonic()
            self.assertIsNotNone(self.timer(self.deliver(stage, "webhook.post")))
            self.assertLess(time.monotonic() - begun, 3)
            self.assertEqual(self.section["waiting"][0]["tries"], number)

    def test_an_event_whose_timer_was_lost_gets_another_with_the_next_one(self) -> None:
        stage = self.stage()
        self.deliver(stage, "case.contact")
        outcome = self.deliver(stage, "case.handover", now="2026-11-22T09:30:00.000Z")
        self.assertEqual(self.timer(outcome), "2026-11-22T09:30:00.000Z")
        # What an earlier version wrote has no time.
        self.section = {"waiting": self.section["waiting"]}
        self.assertIsNotNone(self.timer(self.deliver(stage, "case.resolved")))

    def test_a_redirect_is_not_followed(self) -> None:
        stage = self.stage()
        self.server.statuses = [(307, {"Location": f"http://127.0.0.1:{self.server.server_port}/other"})]
        self.deliver(stage, "case.contact")
        self.assertIsNotNone(self.timer(self.deliver(stage, "webhook.post")))
        self.assertEqual(len(self.server.posts), 1)

    def test_a_message_that_comes_again_is_queued_once(self) -> None:
        stage = self.stage()
        self.deliver(stage, "case.contact")
        self.number = 0
        self.deliver(stage, "case.contact")
        self.assertEqual(len(self.section["waiting"]), 1)

    def test_slack_gets_a_text_in_which_customers_can_mention_nobody(self) -> None:
        stage = self.stage(format="slack", data=True, case_url="https://desk.example/{ref}")
        self.deliver(stage, "case.handover", {"reason": "<!channel> look & <https://evil.example|here>"})
        self.deliver(stage, "webhook.post")
        text = json.loads(self.server.posts[0][1])["text"]
        self.assertEqual(text, "<https://desk.example/CW-7K3F9QX|CW-7K3F9QX> handover, with mira\n"
                         "> &lt;!channel&gt; look &amp; &lt;https://evil.example|here&gt;")

    def test_settings_that_cannot_work_are_told_at_the_start(self) -> None:
        for wrong in ({"url": "ftp://x"}, {"secret_file": "/nowhere"}, {"data": "yes"}, {"timeout": 30_000},
                      {"secret_file": self.secret(bytes(23))}, {"secret_file": self.secret(bytes(65))}):
            with self.assertRaises(StageFailure) as caught:
                self.stage(**wrong)
            self.assertEqual(caught.exception.kind, "config")

    def test_pauses_grow_to_a_quarter_of_an_hour(self) -> None:
        self.assertEqual([pause(tries).total_seconds() for tries in (1, 2, 3, 99)], [10, 20, 40, 900])
        self.assertIsNone(retry_after("Wed, 21 Oct 2026 07:28:00 GMT"))
        self.assertEqual(retry_after("9" * 5000), timedelta(hours=1))


if __name__ == "__main__":
    unittest.main()
