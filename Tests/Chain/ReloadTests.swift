import Foundation
import Glibc
import StageProtocol
import TestSupport
import Testing

/// A desk that is changed while mails come in: nothing is lost, nothing is doubled.
@Suite(.serialized, .timeLimit(.minutes(4))) struct ReloadTests {
    @Test func nothingIsLostWhileAStageIsScaledDrainedKilledAndReloaded() async throws {
        let shop = try Shop()
        try await shop.open()
        async let sending: Void = Feed(shop: shop).handIn(0..<24)
        #expect(try await shop.casewire("scale", "triage", "3").status == 0)
        #expect(try await instances(shop, "triage") == ["triage-0", "triage-1", "triage-2"])
        kill(try #require(shop.processes()["triage-1"]), SIGKILL)
        #expect(try await shop.casewire("scale", "triage", "1").status == 0)
        #expect(try await instances(shop, "triage").count == 1)

        let drained = try await shop.json("drain", "triage")
        #expect(drained["drained"] == true && drained["instances"] == [], "\(drained)")
        kill(try #require(shop.processes()["broker"]), SIGKILL)
        // On a fast machine the others may all be through by now.
        try await Feed(shop: shop).handIn(24)
        _ = try await eventually("mails wait for triage") {
            let fleet = try? await shop.json("status")["stages"]?.array?.first { $0["name"] == "triage" }
            return (fleet?["waiting"]?.int ?? 0) > 0 && fleet?["drained"] == true ? true : nil
        }
        #expect(try await instances(shop, "triage").isEmpty)
        // What is told is how it is after the command, not before it.
        let undone = try await shop.json("drain", "triage", "--undo")
        #expect(undone["drained"] == false && undone["instances"]?.array?.count == 1, "\(undone)")

        let pids = shop.processes()
        let good = try shop.edit { $0.replacing("    socket:", with: "    sokcet:") }
        let refused = try await shop.casewire("reload", "--format", "json")
        #expect(refused.status == 78, "\(refused)")
        #expect(try JSON(bytes: Array(refused.output.utf8))["reloaded"] == false)
        try shop.hangUp()
        _ = try await eventually("the refusal is told") { shop.log.contains("\"reloaded\":false") ? true : nil }
        #expect(shop.processes() == pids)

        try shop.edit { _ in good.replacing("  # signature:", with: "  signature: All of us at Hearth  #") }
        let reloaded = try await shop.json("reload")
        #expect(reloaded["reloaded"] == true && reloaded["errors"] == 0, "\(reloaded)")
        #expect(Set((reloaded["replaced"]?.array ?? []).compactMap(\.string)) == Set(desks), "\(reloaded)")
        let now = shop.processes()
        #expect(now["broker"] == pids["broker"] && now["triage-0"] == pids["triage-0"])
        for stage in desks { #expect(try await instances(shop, stage) == [stage + "-1"]) }

        try await sending
        try await Feed(shop: shop).handIn(25)
        try await shop.rest(still: .seconds(1))
        try await Oracle(shop: shop).check(sent: 26, repeated: true)
        #expect(shop.outbox().contains { $0.body.contains("All of us at Hearth") })
        #expect(try await shop.close() == 0)
    }

    @Test func aSettingThatAStageRefusesLeavesTheOldProcessAtWork() async throws {
        let shop = try shop(pace: 0)
        let good = try shop.edit { $0 }
        try await shop.open()
        let old = try #require(shop.processes()["responder-0"])
        // What is not there is told before anything is started.
        try shop.edit { $0.replacing("      knowledge: knowledge", with: "      knowledge: nowhere") }
        #expect(try await shop.casewire("reload").status == 78)
        let key = "smtp-password\n      key: "
        try shop.edit { _ in good.replacing(key + "${CASEWIRE_VAR:-var}/keys/signing.key", with: key + "people.yaml") }
        // The new process greets, is told its settings, and ends: the reload does not come to its end.
        #expect(try await shop.casewire("reload", "--timeout", "3").status == 75)
        #expect(shop.log.contains("\"process\":\"responder-1\""))
        try await Feed(shop: shop).handIn(0..<1)
        _ = try await eventually("the acknowledgment") { shop.outbox().isEmpty ? nil : true }
        #expect(kill(old, 0) == 0)
        try shop.edit { _ in good }
        #expect(try await shop.casewire("reload").status == 0)
        try await shop.rest()
        #expect(try await shop.close() == 0)
    }

    /// The stages whose settings name the desk.
    private let desks = ["escalation", "intake", "lookout", "responder", "survey"]

    @Test func aStageComesAndGoesAndItsQueueStays() async throws {
        let shop = try shop(pace: 0)
        let plain = try shop.edit { $0 }
        try await shop.open()
        try shop.edit { with(auditor: 1, in: $0) }
        let added = try await shop.json("reload")
        #expect(added["added"] == ["auditor"] && added["adjusted"] == ["triage"], "\(added)")
        try await Feed(shop: shop).handIn(0..<1)
        try await audited(shop, 1)

        #expect(try await shop.casewire("drain", "auditor").status == 0)
        try await Feed(shop: shop).handIn(1..<2)
        _ = try await eventually("a message waits for the auditor") {
            try await shop.json("status")["stages"]?.array?.first { $0["name"] == "auditor" }?["waiting"] == 1
                ? true : nil
        }
        try shop.edit { _ in plain }
        let removed = try await shop.json("reload")
        #expect(removed["removed"] == [["stage": "auditor", "waiting": 1]], "\(removed)")
        _ = try await eventually("its door is closed", within: .seconds(10)) {
            FileManager.default.fileExists(atPath: shop.folder + "/var/run/auditor.sock") ? nil : true
        }
        try shop.edit { with(auditor: 1, in: $0) }
        #expect(try await shop.json("reload")["added"] == ["auditor"])
        try await audited(shop, 2)

        // A file that a stage's command names is a reason to start it anew, and it alone.
        let pids = shop.processes()
        try (Self.auditor + "\n").write(toFile: shop.folder + "/auditor/auditor.py", atomically: true, encoding: .utf8)
        #expect(try await shop.json("reload")["replaced"] == ["auditor"])
        #expect(
            shop.processes().filter { $0.key != "auditor-0" && $0.key != "auditor-1" }
                == pids.filter { $0.key != "auditor-0" })
        // What a broker that runs cannot follow is said, and nothing changes.
        try shop.edit { $0.replacing("run/auditor.sock", with: "run/another.sock") }
        let fixed = try await shop.casewire("reload")
        #expect(fixed.status == 78 && fixed.output.contains("the socket of auditor has changed"), "\(fixed)")
        try await shop.rest()
        try await Oracle(shop: shop).check(sent: 2, repeated: true)
        #expect(try await shop.close() == 0)
    }

    @Test func aStageGrowsWithItsQueue() async throws {
        let shop = try shop(pace: 1.5)
        try shop.edit { with(auditor: "{min: 1, max: 2}", in: $0) }
        try await shop.open()
        try await Feed(shop: shop).handIn(0..<14)
        _ = try await eventually("a second auditor", within: .seconds(60)) {
            try await instances(shop, "auditor") == ["auditor-0", "auditor-1"] ? true : nil
        }
        #expect(shop.log.contains("\"event\":\"scaled\""))
        #expect(try await shop.close() == 0)
    }

    private func instances(_ shop: Shop, _ stage: String) async throws -> [String] {
        let stages = try await shop.json("status")["stages"]?.array ?? []
        return (stages.first { $0["name"]?.string == stage }?["sessions"]?.array ?? []).compactMap {
            $0["instance"]?.string
        }
    }
}

// MARK: A stage of the test's own

extension ReloadTests {
    /// Writes down that it has seen what was understood.
    private static let auditor = """
        import time
        from casewire_stage import Outcome, Received, Settings, Stage, StageContext, run

        class Auditor(Stage):
            name, version = "auditor", "1.0.0"
            def __init__(self, settings: Settings, context: StageContext) -> None:
                self.pace = settings.number("pace")
            def handle(self, delivery: Received, outcome: Outcome) -> None:
                time.sleep(self.pace)
                outcome.append("noted", {"audited": True})

        run(Auditor)
        """

    private static let manifest = """
        name: auditor
        version: 1.0.0
        protocol: 1
        summary: Notes what was understood.
        accepts:
          - type: case.understood
            snapshot: true
        outputs: {}
        reads: []
        writes: []
        lease: 10 seconds
        max_hold: 1 minute
        settings:
          properties:
            pace: {type: number, default: 0}
        """

    private func shop(pace: Double) throws -> Shop {
        let shop = try Shop()
        let folder = shop.folder + "/auditor"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Self.auditor.write(toFile: folder + "/auditor.py", atomically: true, encoding: .utf8)
        try Self.manifest.replacing("default: 0", with: "default: \(pace)")
            .write(toFile: folder + "/stage.yaml", atomically: true, encoding: .utf8)
        return shop
    }

    /// The pipeline with a stage that gets what triage understood.
    private func with(auditor replicas: some CustomStringConvertible, in pipeline: String) -> String {
        pipeline.replacing(
            "understood: [responder, escalation, survey, lookout]",
            with: "understood: [responder, escalation, survey, lookout, auditor]")
                + """

                  auditor:
                    manifest: auditor/stage.yaml
                    run: env PYTHONPATH=\(Places.project)/plugins/kit-python /usr/bin/python3 auditor/auditor.py
                    socket: ipc://${CASEWIRE_VAR:-var}/run/auditor.sock
                    replicas: \(replicas)

                """
    }

    private func audited(_ shop: Shop, _ count: Int) async throws {
        _ = try await eventually("\(count) cases are audited", within: .seconds(60)) {
            var seen = 0
            for item in try await shop.cases() {
                let log = try await shop.story(item["ref"]?.string ?? "")["log"]?.array ?? []
                if log.contains(where: { $0["body"]?["audited"] == true }) { seen += 1 }
            }
            return seen == count ? true : nil
        }
    }
}
