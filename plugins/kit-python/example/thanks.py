"""Notices customers who are happy."""

from casewire_stage import Outcome, Received, Settings, Stage, StageContext, run


class Thanks(Stage):
    name = "thanks"
    version = "1.0.0"

    def __init__(self, settings: Settings, context: StageContext) -> None:
        self.mood = settings.text("mood")

    def handle(self, delivery: Received, outcome: Outcome) -> None:
        understanding = delivery.data()
        if understanding["mood"] != self.mood:
            return
        delivery.logger.info("a happy customer")
        outcome.append("noted", {"happy": True})
        outcome.emit("happy", {"heard": understanding["heard"]})


if __name__ == "__main__":
    run(Thanks)
