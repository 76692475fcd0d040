package import Broker
import StageProtocol

extension Plan {
    /// The pipeline of the simulation: small, with every kind of work in it. Configurations differ in what an operator may
    /// change between two starts.
    package static func simulated(_ configuration: Int) -> Plan {
        var plan = Plan(
            pipeline: "simulated",
            stages: Dictionary(uniqueKeysWithValues: stages(configuration).map { ($0.name, $0) }))
        plan.depth = configuration == 1 ? 24 : 400
        plan.reopenWithin = .seconds(4 * 3600)
        plan.textsPerHour = configuration == 2 ? 3 : 20
        plan.putBacks = 4
        plan.keepCases = configuration == 3 ? .seconds(2 * 3600) : nil
        plan.retry = RetryPlan(
            attempts: configuration == 3 ? 2 : 5, first: .milliseconds(500), longest: .seconds(300))
        return plan
    }

    /// How many configurations there are.
    package static let configurations = 5
    /// The stages, some of which are not in every configuration.
    static let simulatedStages = ["intake", "triage", "reader", "writer", "voice", "keeper", "steward"]

    private static func stages(_ configuration: Int) -> [StagePlan] {
        // One in which a stage was taken out, and another does its work.
        guard configuration != 4 else {
            return stages(0).filter { $0.name != "reader" }.map { stage in
                var stage = stage
                if stage.name == "triage" { stage.outputs["glance"]?.targets = ["keeper"] }
                if stage.name == "keeper" { stage.accepts["case.glance"] = false }
                return stage
            }
        }
        return [
            StagePlan(
                name: "intake", accepts: ["submission.received": false],
                outputs: [
                    "contact": .init(type: "case.contact", targets: ["triage", "keeper"]),
                    "feedback": .init(type: "case.feedback", targets: ["keeper"]),
                ], writes: ["contact"], source: true),
            StagePlan(
                name: "triage", accepts: ["case.contact": false, "case.correction": false],
                outputs: [
                    "understood": .init(type: "case.understood", targets: ["writer"]),
                    "glance": .init(type: "case.glance", targets: ["reader"]),
                ], reads: ["log", "understanding"], writes: ["understanding"], lease: .seconds(10),
                maxHold: .seconds(40)),
            StagePlan(
                name: "reader", accepts: ["case.glance": configuration != 1], reads: ["history", "load"],
                maxHold: .seconds(60)),
            StagePlan(
                name: "writer",
                accepts: [
                    "case.understood": false, "say.refused": false, "writer.nudge": false, "case.word": false,
                ], outputs: ["cause": .init(type: "cause.told", targets: ["steward"])],
                reads: ["log", "understanding", "plan", "history"], writes: ["plan"], lease: .seconds(30),
                maxHold: .seconds(configuration == 2 ? 60 : 300), settings: ["tone": .int(Int64(configuration))],
                revision: "\(configuration)"),
            StagePlan(
                name: "voice", accepts: ["say.proposed": false, "say.ready": false], voice: true,
                lease: .seconds(20), maxHold: .seconds(60)),
            keeper(configuration),
            StagePlan(
                name: "steward", accepts: ["cause.told": false, "steward.chase": false],
                outputs: ["word": .init(type: "case.word", targets: ["writer", "keeper"])], reads: ["log"]),
        ]
    }

    /// The one who goes by the standards, of which there are several.
    private static func keeper(_ configuration: Int) -> StagePlan {
        StagePlan(
            name: "keeper",
            accepts: [
                "case.contact": false, "case.feedback": false, "keeper.watch": false, "message.dead": false,
                "case.staff": false, "case.correction": false, "case.word": configuration == 1,
                "keeper.promise": false, "standards.changed": false,
            ], reads: ["log", "care"], writes: ["care"], standards: ["number": .int(Int64(configuration / 2))],
            revision: "standards \(configuration / 2)")
    }
}

/// Something that a customer, or somebody about their case, wrote. It stays in the spool until the broker has accepted it.
struct Letter {
    /// The transport's key.
    let key: String
    let customer: Int
    /// Unlike those of any other letter, but for one that is the same again.
    let words: String
    let role: Admit.Role
    /// What it names as its case, strongest first.
    let match: [Match]
    /// Whether intake reads it after it is safe, or hands it in read.
    let isRaw: Bool
    /// Whether a person is to look at it before anybody else does.
    let isOdd: Bool

    var address: String { "c\(customer)@example.com" }

    var admission: Admit {
        Admit(
            role: role, match: match, index: ["mid:" + words], participants: [address], customer: address,
            subject: address, dedupe: words, entry: 0, output: role == .feedback ? "feedback" : "contact")
    }

    var body: Frame { JSON.object(["words": .string(words)]).bytes }

    var submission: StageMessage {
        isRaw
            ? .submit(Submission(id: key, via: "simulation", raw: 0), bodies: [Array(key.utf8)])
            : .submit(Submission(id: key, via: "simulation", admit: admission), bodies: [body])
    }
}

/// What has left: the world's mailboxes.
struct Outside {
    struct Copy: Hashable {
        let say: Int64
        let messageID: String
        let mail: Frame
        let wasInDoubt: Bool
    }

    /// By their Message-IDs.
    private(set) var copies: [String: [Copy]] = [:]
    /// Message-IDs of the texts that each customer got.
    private(set) var received: [String: [String]] = [:]

    mutating func take(_ copy: Copy, to address: String) {
        if copies[copy.messageID] == nil { received[address, default: []].append(copy.messageID) }
        copies[copy.messageID, default: []].append(copy)
    }

    var count: Int { copies.values.reduce(0) { $0 + $1.count } }
}
