import FoundationEssentials
import StageProtocol
import Testing

@testable import Pipeline

/// The files at the top of the checkout, which are what a newcomer runs first.
struct ShippedPipelineTests {
    private static let root = absolute("../..", from: parentFolder(of: #filePath))
    private static let path = root + "/pipeline.yaml"

    @Test func theShippedPipelineChecksClean() {
        // Programs may not be built yet; what is read without starting them is whole all the same.
        let environment = ["CASEWIRE_VAR": "/tmp/var", "CASEWIRE_BIN": "/nowhere"]
        let found = PipelineCheck.check(path: ShippedPipelineTests.path, environment: environment)
        let others = found.diagnostics.filter { $0.code != .executableMissing }
        #expect(others.isEmpty, "\(others.map(\.description).joined(separator: "\n"))")
        #expect(found.diagnostics.count == 6 && found.config == nil && found.draft?.config.stages.count == 6)
    }

    @Test func whatTheStagesAreHandedIsComplete() throws {
        let environment = [
            "CASEWIRE_VAR": "/tmp/desk", "CASEWIRE_WEB": "127.0.0.1:9000", "CASEWIRE_BIN": "/opt/my bin",
        ]
        let pipeline = try PipelineLoader.load(path: ShippedPipelineTests.path, environment: environment)
        let intake = try #require(pipeline.config.stage("intake"))
        #expect(intake.run == ["/opt/my bin/intake"])
        #expect(intake.socket == "ipc:///tmp/desk/run/intake.sock")
        #expect(intake.settings["web"] == "127.0.0.1:9000")
        #expect(intake.settings["key"] == "/tmp/desk/keys/signing.key")
        #expect(intake.settings["desk"]?["web"] == "http://127.0.0.1:9000")
        #expect(intake.settings["max_attachments"] == 10)
        #expect(intake.settings["languages"] == ["en", "de", "fr", "es"])
        #expect(pipeline.config.store == .sqlite(path: "/tmp/desk/casewire.db"))
        #expect(
            pipeline.config.stage("triage")?.settings["examples"]
                == .string(ShippedPipelineTests.root + "/training/topics.csv"))
        #expect(pipeline.manifests.count == 6)
    }

    @Test func everyStandardIsThereAndSpeaksItsFigures() throws {
        let pipeline = try PipelineLoader.load(path: ShippedPipelineTests.path, environment: ["CASEWIRE_VAR": "/tmp/v"])
        #expect(Set(pipeline.standards.standards.map(\.id)) == Set(StandardsRules.all.map(\.id)))
        let json = pipeline.standards.json
        #expect(json["first_answer"]?["within"] == "4 business hours")
        #expect(json["first_answer"]?["promise"]?.string?.contains("within 4 business hours") == true)
        #expect(json["grasp"]?["sure"] == 0.55)
        #expect(json["survey"]?["ask"] == "csat")
        #expect(json["calendar"]?["zone"] == "Europe/Dublin")
        #expect(pipeline.standards.standards.allSatisfy { !$0.promise.contains("{") })
        #expect(try json["calendar"]?.decode() == pipeline.standards.calendar)
    }

    @Test func thePeopleAreThereAsJSON() throws {
        let pipeline = try PipelineLoader.load(path: ShippedPipelineTests.path, environment: ["CASEWIRE_VAR": "/tmp/v"])
        let json = pipeline.people.json
        #expect(json["people"]?.array?.count == 5)
        #expect(json["people"]?.array?.first?["authority"]?["refund"]?.number == 50)
        #expect(json["ladder"]?.array?.last == ["who": ["edda"], "after": "2 business hours"])
    }
}
