"""Posts chosen events to a URL: signed, tried again, and of each case in order.

An event goes into the section `webhook` and a timer sends it. So it lasts, whatever stops; a post that fails moves the timer, and
nothing of the same case overtakes it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from casewire_stage import NoReply, Outcome, Received, Settings, Stage, StageContext, StageFailure, post, run

SHORTEST, LONGEST = timedelta(seconds=10), timedelta(minutes=15)
SLOWEST = 20_000
"""Milliseconds that a post may be given, so that the lease of stage.yaml outlasts them."""


@dataclass(frozen=True)
class Answer:
    """What came of a post."""

    taken: bool
    words: str
    after: timedelta | None = None
    """What the other side asked for with Retry-After."""


class Webhook(Stage):
    name = "webhook"
    version = "1.0.0"
    concurrency = 4

    def __init__(self, settings: Settings, context: StageContext) -> None:
        self.url = settings.text("url")
        if not self.url.startswith(("https://", "http://")):
            raise StageFailure.config("url", "url must begin with https:// or http://")
        self.is_slack = settings.text("format") == "slack"
        self.with_data = settings.flag("data")
        self.case_url = settings.text("case_url")
        if settings.integer("timeout") > SLOWEST:
            raise StageFailure.config("timeout", "timeout must be 20 seconds at the most: the lease is 30 seconds")
        self.timeout = settings.integer("timeout") / 1000
        self.give_up_after = timedelta(milliseconds=settings.integer("give_up_after"))
        self.secret = secret(settings.text("secret_file")) if "secret_file" in settings else None

    def handle(self, delivery: Received, outcome: Outcome) -> None:
        section: dict[str, Any] = delivery.section("webhook") or {}
        if delivery.type == "webhook.post":
            self.post_first(delivery, outcome, section.get("waiting", []))
        else:
            self.add(delivery, outcome, section)

    def add(self, delivery: Received, outcome: Outcome, section: dict[str, Any]) -> None:
        """Puts the event behind those that wait."""
        event, waiting = delivery.message, section.get("waiting", [])
        if not any(each["id"] == event["id"] for each in waiting):
            waiting = [*waiting, {
                "id": event["id"], "type": event["type"], "since": event["time"], "tries": 0,
                "body": self.slack(delivery) if self.is_slack else self.cloud_event(delivery),
            }]
        # Also where others wait, at their time: should their timer be lost, they do not wait for ever.
        due = datetime.fromisoformat(section["due"]) if "due" in section else delivery.now
        self.wait(outcome, waiting, max(due, delivery.now))

    def post_first(self, delivery: Received, outcome: Outcome, waiting: list[dict[str, Any]]) -> None:
        """Posts the oldest event, and only then thinks of the next."""
        if not waiting:
            return
        first, *rest = waiting
        answer = self.post(first["id"], first["body"], delivery)
        delivery.logger.info("posted" if answer.taken else "not taken", extra={
            "event": first["type"], "answer": answer.words, "waiting": len(waiting)})
        is_over = delivery.now - datetime.fromisoformat(first["since"]) >= self.give_up_after
        if not answer.taken and not is_over:
            tries = first["tries"] + 1
            due = delivery.now + (answer.after or pause(tries))
            return self.wait(outcome, [{**first, "tries": tries, "answer": answer.words}, *rest], due)
        if not answer.taken:
            outcome.append("noted", {
                "webhook": "given up", "event": first["type"], "tries": first["tries"] + 1, "answer": answer.words})
        self.wait(outcome, rest, delivery.now)

    def wait(self, outcome: Outcome, waiting: list[dict[str, Any]], due: datetime) -> None:
        """Keeps what waits, and sets the timer for the first of it."""
        if not waiting:
            return outcome.set("webhook", "webhook/1", {"waiting": []})
        outcome.set("webhook", "webhook/1", {"waiting": waiting, "due": due.isoformat()})
        outcome.timer("post", type="webhook.post", at=due)

    # What is posted

    def cloud_event(self, delivery: Received) -> dict[str, Any]:
        names = ("specversion", "id", "source", "type", "subject", "time", "traceparent")
        event = {name: delivery.message[name] for name in names if delivery.message.get(name) is not None}
        case = delivery.case
        event["casestatus"] = case.get("status")
        if case.get("owner"):
            event["caseowner"] = case["owner"]
        if self.with_data and delivery.header.get("data") is not None:
            event.update(datacontenttype="application/json", data=delivery.data())
        return event

    def slack(self, delivery: Received) -> dict[str, Any]:
        ref = str(delivery.case.get("ref"))
        link = f"<{self.case_url.replace('{ref}', ref)}|{ref}>" if self.case_url else f"*{ref}*"
        words = f"{link} {delivery.type.removeprefix('case.').replace('_', ' ')}"
        if delivery.case.get("owner"):
            words += f", with {escaped(str(delivery.case['owner']))}"
        if self.with_data and delivery.header.get("data") is not None:
            data = delivery.data()
            reason = data.get("reason") or data.get("words") if isinstance(data, dict) else None
            if reason:
                words += "\n> " + escaped(str(reason)[:500]).replace("\n", "\n> ")
        return {"text": words}

    # Posting

    def post(self, id: str, content: dict[str, Any], delivery: Received) -> Answer:
        body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        kind = "application/json" if self.is_slack else "application/cloudevents+json"
        stamp = str(int(delivery.now.timestamp()))
        headers = {"content-type": kind, "user-agent": f"casewire-webhook/{self.version}", "webhook-id": id,
                   "webhook-timestamp": stamp}
        # Whoever takes it goes on with the case's trace.
        if traceparent := delivery.message.get("traceparent"):
            headers["traceparent"] = str(traceparent)
        if self.secret is not None:
            headers["webhook-signature"] = signature(self.secret, id, stamp, body)
        try:
            reply = post(self.url, body, headers, within=self.timeout)
        except NoReply as error:
            return Answer(False, str(error)[:200])
        if 200 <= reply.status < 300:
            return Answer(True, str(reply.status))
        return Answer(False, f"{reply.status} {reply.reason}"[:200], retry_after(reply.headers.get("retry-after")))


def secret(path: str) -> bytes:
    """The secret of a file, as Standard Webhooks writes it."""
    try:
        with open(path, encoding="ascii") as file:
            text = file.readline().strip()
        key = base64.b64decode(text.removeprefix("whsec_"), validate=True)
    except (OSError, UnicodeError, binascii.Error) as error:
        raise StageFailure.config("secret", f"{path} holds no secret (whsec_ and Base64): {type(error).__name__}") from error
    if not 24 <= len(key) <= 64:
        raise StageFailure.config("secret", f"the secret in {path} has {len(key)} bytes; 24 to 64 are wanted")
    return key


def signature(key: bytes, id: str, stamp: str, body: bytes) -> str:
    """The signature of Standard Webhooks: HMAC-SHA256 of id, time and body."""
    mac = hmac.new(key, f"{id}.{stamp}.".encode() + body, hashlib.sha256)
    return "v1," + base64.b64encode(mac.digest()).decode()


def pause(tries: int) -> timedelta:
    """10 s, 20 s, 40 s … 15 min."""
    return min(SHORTEST * (1 << min(tries - 1, 12)), LONGEST)


def retry_after(text: str | None) -> timedelta | None:
    """Seconds of Retry-After, up to an hour; a date is passed over."""
    return timedelta(seconds=min(max(int(text[:9]), 1), 3600)) if text and text.isdecimal() else None


def escaped(text: str) -> str:
    """As Slack wants it, so that a customer's words cannot mention a channel or hide a link."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


if __name__ == "__main__":
    run(Webhook)
