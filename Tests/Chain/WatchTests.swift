import Foundation
import StageProtocol
import TestSupport
import Testing

/// What an operator sees of a running pipeline, and what they do not: nothing that a customer wrote, nor who they are.
@Suite(.serialized, .timeLimit(.minutes(5))) struct WatchTests {
    private static let words = "mosaic"
    private static let address = "nora@example.net"

    @Test func aMailIsSeenOnItsWayAndNothingOfItIsTold() async throws {
        let port = Int(Places.freePort())
        let shop = try Shop(environment: ["CASEWIRE_METRICS": "127.0.0.1:\(port)"])
        try await shop.open()
        let http = HTTP(port: port)
        #expect(try await http.send("GET", "/health").status == 200)
        #expect(try await eventually("ready") { try await http.send("GET", "/ready").status == 200 ? true : nil })
        _ = try await eventually("triage has learned its topics") {
            try await http.send("GET", "/ready/triage").body.contains(#""instances":1"#) ? true : nil
        }
        #expect(try await http.send("GET", "/ready/no-such").status == 404)
        #expect(try await shop.casewire("status", "--ready").status == 0)

        let everything = try Tapping(shop, "--where", "work_ms>-1")
        let returns = try Tapping(shop, "--where", "understanding.language=en", "--where", "what=done")
        let nothing = try Tapping(shop, "--where", "understanding.language=de")
        let none = try await shop.casewire("tap", "--case", "CW-2222222")
        #expect(none.status != 0 && none.errors.contains("there is no case CW-2222222"))
        _ = try await eventually("the taps are open") {
            // A subscriber is not there before libzmq says so; what it misses is nobody's fault.
            _ = try await shop.casewire("send", Places.project + "/docs/examples/late-parcel.eml")
            return everything.events.isEmpty ? nil : true
        }
        _ = try await shop.deliver(
            mail(
                subject: "The \(Self.words)", id: "1@example.net",
                "Where is the \(Self.words) that I ordered? I would like to speak to a person, please."))
        _ = try await eventually("the answer's way") { shop.outbox(to: Self.address).isEmpty ? nil : true }
        try await shop.rest()
        let ref = try #require(
            try await shop.cases().first { $0["customer"]?.string == Self.address }?["ref"]?.string)

        try await seesFigures(http)
        try await seesTheTrace(shop, ref)
        try await seesTheTop(shop)
        _ = try await eventually("what was tapped") {
            everything.events.contains { $0["what"] == "done" && $0["ref"]?.string == ref } ? true : nil
        }
        #expect(returns.events.contains { $0["ref"]?.string == ref && $0["stage"] != "intake" })
        #expect(returns.events.allSatisfy { $0["what"] == "done" })
        #expect(nothing.events == [])
        for tap in [everything, returns] {
            #expect(!tap.output.contains(Self.words) && !tap.output.contains(Self.address))
        }
    }

    private func seesFigures(_ http: HTTP) async throws {
        let answer = try await http.send("GET", "/metrics")
        #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        let read = Exposition(answer.body)
        #expect(read.problems == [], "\(answer.body)")
        #expect(read.value("casewire_instances", ["stage": "triage"]) == 1)
        #expect(read.value("casewire_deliveries_total", ["stage": "triage", "result": "done"]) ?? 0 >= 2)
        #expect(read.value("casewire_delivery_work_seconds_count", ["stage": "intake"]) ?? 0 >= 2)
        #expect(read.value("casewire_arrivals_total", ["via": "deliver", "state": "opened"]) == 1)
        #expect(read.value("casewire_standards_total", ["standard": "acknowledge", "result": "met"]) ?? 0 >= 1)
        #expect(read.value("casewire_standards_total", ["standard": "acknowledge", "result": "missed"]) == 0)
        #expect(read.value("casewire_dead_letters") == 0)
        #expect(read.value("process_resident_memory_bytes") ?? 0 > 1_000_000)
        #expect(!answer.body.contains(Self.words) && !answer.body.contains("@"))
    }

    private func seesTheTrace(_ shop: Shop, _ ref: String) async throws {
        let trace = try await shop.json("trace", ref)
        let spans = try #require(trace["spans"]?.array)
        let stages = spans.compactMap { $0["stage"]?.string }
        #expect(stages.first == "intake", "the reading of the mail is the first")
        #expect(Set(stages).isSuperset(of: ["intake", "escalation", "triage", "responder"]))
        // One root, and everything else below something that is there.
        let ids = Set(spans.compactMap { $0["span"]?.string })
        let root = trace["span"]?.string
        #expect(spans.filter { $0["parent"]?.string == root }.map { $0["type"] } == ["submission.received"])
        #expect(spans.dropFirst().allSatisfy { ids.contains($0["parent"]?.string ?? "") })
        let waterfall = try await shop.casewire("trace", ref).output
        #expect(waterfall.contains("█") && waterfall.contains("case.understood"))
        let otlp = try await shop.casewire("trace", ref, "--format", "otlp").output
        #expect(otlp.contains(#""parentSpanId""#))
        for text in [waterfall, otlp] { #expect(!text.contains(Self.words) && !text.contains(Self.address)) }
    }

    private func seesTheTop(_ shop: Shop) async throws {
        let top = try await shop.json("top")
        #expect(top["stages"]?.array?.count == 6)
        #expect(top["deadlines"]?.array != nil)
        let once = try await shop.casewire("top", "--once").output
        #expect(once.contains("hearth-and-table") && once.contains("responder"))
        #expect(!once.contains(Self.words) && !once.contains(Self.address))
    }

    @Test func topGivesTheTerminalBackAsItWas() async throws {
        let shop = try Shop()
        try await shop.open()
        for (key, columns) in [("q", UInt16(100)), ("\u{3}", 60)] {
            let terminal = try Pseudoterminal(columns: columns, rows: 20)
            let before = terminal.modes
            let top = try start(shop, ["top", "--interval", "0.2"], on: terminal.handle)
            _ = try await eventually("a picture") { terminal.output.contains("escalation") ? true : nil }
            #expect(terminal.modes != before, "keys are heard one by one")
            let seen = terminal.output.count
            terminal.resize(columns: 150, rows: 30)
            _ = try await eventually("a wider picture") {
                terminal.output.dropFirst(seen).contains("done  dead") ? true : nil
            }
            terminal.type(key)
            _ = try await eventually("top ends") { top.isRunning ? nil : true }
            #expect(top.terminationStatus == 0)
            #expect(terminal.modes == before)
            #expect(terminal.output.hasSuffix("\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"))
        }
    }

    private func start(_ shop: Shop, _ arguments: [String], on handle: FileHandle) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Places.executables + "/casewire")
        process.arguments = arguments
        process.environment = shop.environment.merging(["TERM": "xterm"]) { $1 }
        (process.standardInput, process.standardOutput, process.standardError) = (handle, handle, handle)
        try process.run()
        return process
    }

    /// Greets, and takes work once it has learned what it needs.
    private static let learner = """
        import json, os, sys, threading, time, zmq
        threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
        broker = zmq.Context().socket(zmq.DEALER)
        broker.connect(os.environ["CASEWIRE_SOCKET"])
        def send(command, **header): broker.send_multipart([b"CASEWIRE/1", command, json.dumps(header).encode()])
        send(b"HELLO", stage="survey", instance=os.environ["CASEWIRE_INSTANCE"], protocol=1)
        broker.recv_multipart()
        while not os.path.exists("learned"): send(b"PING"); time.sleep(0.1)
        send(b"CREDIT", credit=1)
        while True: send(b"PING"); time.sleep(0.1)

        """

    @Test func whoIsConnectedAndTakesNoWorkYetIsNotReady() async throws {
        let port = Int(Places.freePort())
        let shop = try Shop(environment: ["CASEWIRE_METRICS": "127.0.0.1:\(port)"]) {
            $0.replacing("run: ${CASEWIRE_BIN:-.build/release}/survey", with: "run: /usr/bin/python3 learner.py")
        }
        try Self.learner.write(toFile: shop.folder + "/learner.py", atomically: true, encoding: .utf8)
        try await shop.open()
        let early = try await shop.casewire("status", "--ready", "--stage", "survey")
        #expect(early.status == 1)
        #expect(early.errors.contains("not ready: survey (connected, takes no work yet)."))
        #expect(try await HTTP(port: port).send("GET", "/ready/survey").status == 503)
        try "".write(toFile: shop.folder + "/learned", atomically: true, encoding: .utf8)
        _ = try await eventually("survey is ready") {
            try await shop.casewire("status", "--ready", "--stage", "survey").status == 0 ? true : nil
        }
        #expect(try await HTTP(port: port).send("GET", "/ready/survey").status == 200)
        try await shop.crash()
    }

    @Test func whoIsMissingIsNamed() async throws {
        let port = Int(Places.freePort())
        let shop = try Shop(environment: ["CASEWIRE_METRICS": "127.0.0.1:\(port)"]) {
            $0.replacing("run: ${CASEWIRE_BIN:-.build/release}/survey", with: "run: cat")
        }
        let opening = Task { try await shop.open() }
        defer { opening.cancel() }
        let missing = try await eventually("only survey is missing") {
            let answer = try await shop.casewire("status", "--ready")
            return answer.errors.contains("not ready: survey.") ? answer.status : nil
        }
        #expect(missing == 1)
        #expect(try await shop.casewire("status", "--ready", "--stage", "triage").status == 0)
        #expect(
            try await shop.casewire("status", "--ready", "--stage", "triage", "--instance", "triage-0").status == 0)
        #expect(
            try await shop.casewire("status", "--ready", "--stage", "triage", "--instance", "triage-7").status == 1)
        #expect(try await shop.casewire("status", "--stage", "triag").status == 64)
        #expect(try await HTTP(port: port).send("GET", "/ready/survey").status == 503)
        try await shop.crash()
        #expect(try await shop.casewire("status", "--ready").status == 69)
    }
}

/// `casewire tap` at work, and what it has printed.
private final class Tapping {
    private let process = Process()
    private let path: String

    init(_ shop: Shop, _ arguments: String...) throws {
        path = shop.folder + "/tap-\(UUID().uuidString)"
        try Data().write(to: URL(fileURLWithPath: path))
        process.executableURL = URL(fileURLWithPath: Places.executables + "/casewire")
        process.arguments = ["tap"] + arguments
        process.environment = shop.environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try process.run()
    }

    deinit { process.terminate() }

    var output: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

    var events: [JSON] { output.split(separator: "\n").compactMap { try? JSON(bytes: Array($0.utf8)) } }
}
