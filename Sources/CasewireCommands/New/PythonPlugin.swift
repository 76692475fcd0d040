extension PluginFiles {
    /// A stage in Python, with the kit of `plugins/kit-python`.
    static func python(_ name: String, _ place: PluginPlace) -> [File] {
        let module = String(name.map { $0 == "-" ? "_" : $0 })
        func python(_ kit: String?) -> String { kit.map { "env PYTHONPATH=\($0.quoted) python3" } ?? "python3" }
        let path = place.kit.map { "\($0.own):." } ?? "."
        let install =
            place.kit == nil
            ? "$ pip install CASEWIRE/plugins/kit-python     # CASEWIRE: a checkout of it\n"
            : "$ sudo apt-get install python3-zmq     # all that the kit needs\n"
        let tests = "$ PYTHONPATH=\(path.quoted) python3 -m unittest discover -s tests"
        let run = "\(python(place.kit?.pipeline)) \("\(place.folder)/\(module).py".quoted)"
        return [
            ("stage.yaml", manifest(name)),
            ("\(module).py", source(name)),
            ("tests/test_\(module).py", test(name, module)),
            ("conform.yaml", conform("run: \(python(place.kit?.own)) \(module).py\n")),
            ("README.md", readme(name, folder: place.folder, run: run, tests: install + tests)),
        ]
    }

    private static func source(_ name: String) -> String {
        #"""
        """Notices contacts with certain words."""

        from casewire_stage import Outcome, Received, Settings, Stage, StageContext, run


        class \#(name.asTypeName)(Stage):
            name = "\#(name)"
            version = "1.0.0"

            def __init__(self, settings: Settings, context: StageContext) -> None:
                self.words = [word.lower() for word in settings.texts("words")]

            def handle(self, delivery: Received, outcome: Outcome) -> None:
                text = delivery.data()["words"].lower()
                found = [word for word in self.words if word in text]
                if not found:
                    return
                delivery.logger.info("noticed", extra={"words": len(found)})
                outcome.append("noted", {"noticed": found})
                outcome.emit("noticed", {"words": found})


        if __name__ == "__main__":
            run(\#(name.asTypeName))

        """#
    }

    private static func test(_ name: String, _ module: String) -> String {
        #"""
        """A handler is tested like any function: no broker is needed."""

        import json
        import unittest

        from casewire_stage import Outcome, Received, Settings, StageContext
        from \#(module) import \#(name.asTypeName)


        class \#(name.asTypeName)Tests(unittest.TestCase):
            def outcome(self, words: str) -> Outcome:
                delivery = Received.once({"delivery": {"message": {"type": "case.contact"}}, "bodies": [{"words": words}]})
                outcome = Outcome(delivery)
                \#(name.asTypeName)(Settings({"words": ["Urgent"]}), StageContext()).handle(delivery, outcome)
                return outcome

            def test_a_contact_with_a_word_is_noticed(self) -> None:
                outcome = self.outcome("This is URGENT.")
                self.assertEqual(outcome.header["emit"], [{"output": "noticed", "body": 1}])
                self.assertEqual(json.loads(outcome.bodies[1]), {"words": ["urgent"]})

            def test_any_other_contact_is_left_alone(self) -> None:
                self.assertEqual(self.outcome("Take your time.").bodies, [])


        if __name__ == "__main__":
            unittest.main()

        """#
    }
}
