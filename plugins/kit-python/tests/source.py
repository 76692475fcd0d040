"""A stage with a door: what test_link.py starts as a process."""

import sys
from datetime import timedelta

from casewire_stage import BrokerRefusal, Outcome, Received, Settings, Stage, StageContext, StageFailure, run


class Source(Stage):
    name = "source"
    version = "1.0.0"
    concurrency = 2

    def __init__(self, settings: Settings, context: StageContext) -> None:
        self.context = context

    def serve(self, context: StageContext) -> None:
        first = context.submit("mail-1", via="test", raw=b"raw", media="message/rfc822", traceparent="00-a-b-01")
        if not first.accepted:
            context.submit("mail-2", via="test", admit={"role": "customer", "match": [], "output": "contact"}, entry={"words": "x"})
        context.leaving.wait()

    def handle(self, delivery: Received, outcome: Outcome) -> None:
        delivery.extend(timedelta(seconds=5))
        if delivery.type == "say.ready":
            leave = delivery.begin()
            outcome.append("noted", {"go": leave.go, "code": leave.code})
            return
        if delivery.type == "case.exit":
            sys.exit(3)
        if delivery.type == "case.gone":
            self.context.blobs.get("0" * 64)
        kept = self.context.blobs.put(b"0123456789")
        try:
            told = self.context.ask("told", {"ref": "CW-1", "who": "0"})
        except BrokerRefusal as refusal:
            raise StageFailure.permanent(refusal.code, refusal.message) from refusal
        outcome.append("noted", {"kept": kept, "back": self.context.blobs.get(kept).decode(), "told": told})


if __name__ == "__main__":
    run(Source)
