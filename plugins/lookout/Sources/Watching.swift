import Casework
import Foundation
import StageKit

/// What lookout knows beyond the case before it: what was counted, which spikes are open, and who is affected. All of it is
/// asked of the broker, and may be forgotten at any time.
actor Watching {
    /// A customer who wrote about a topic.
    struct Affected: Sendable {
        /// Their open case of the topic, the first where there are several; nil where all are settled.
        var open: String?
        /// All their cases of the topic.
        var cases: [String]
    }

    /// A spike that is open.
    struct Open: Sendable {
        var ref: String
        var spike: Spike
    }

    private let context: StageContext
    private let zone: TimeZone
    /// A section over all cases in which it changed since a moment.
    private let sections: @Sendable (_ name: String, _ since: Timestamp?) async throws -> [JSON]
    private var baseline: (hour: Int64, value: Baseline?)?
    private var spikes: (at: Timestamp, open: [Open])?

    init(context: StageContext, zone: TimeZone) {
        self.init(context: context, zone: zone) { try await context.sections(named: $0, since: $1) }
    }

    init(
        context: StageContext, zone: TimeZone,
        sections: @escaping @Sendable (_ name: String, _ since: Timestamp?) async throws -> [JSON]
    ) {
        self.context = context
        self.zone = zone
        self.sections = sections
    }

    /// What is usual, as it was known at the start of the hour before.
    func baseline(at now: Timestamp) async throws -> Baseline? {
        let start = now.startOfWatch
        if let baseline, baseline.hour == start.milliseconds { return baseline.value }
        let from = start + .seconds(-Int64(Baseline.longest) * 3600)
        let value = Baseline(try await counts(from: from, until: start), until: start, zone: zone)
        baseline = (start.milliseconds, value)
        return value
    }

    /// How many cases of a topic were opened since the start of an hour.
    func count(of topic: String, since start: Timestamp) async throws -> Int {
        try await counts(from: start, until: nil).filter { $0.topic == topic }.reduce(0) { $0 + $1.count }
    }

    /// The spike of a topic that is open.
    func spike(of topic: String, at now: Timestamp) async throws -> Open? {
        if let spikes, now >= spikes.at, now - spikes.at < .seconds(2) {
            return spikes.open.first { $0.spike.topic == topic }
        }
        let reply = try await context.ask("sections", ["name": "spike", "limit": 100])
        let open = try (reply.array ?? []).compactMap { item -> Open? in
            guard item["status"] == "open", let ref = item["ref"]?.string, let section = item["section"] else {
                return nil
            }
            return Open(ref: ref, spike: try section.decode())
        }
        spikes = (now, open)
        return open.first { $0.spike.topic == topic }
    }

    /// A spike was raised: what is known of those that are open is out of date.
    func forgetSpikes() { spikes = nil }

    /// Who has opened a case of a topic since a moment, in the order in which they first did.
    func affected(by topic: String, since: Timestamp) async throws -> [Affected] {
        var order: [String] = []
        var affected: [String: Affected] = [:]
        for item in try await sections("understanding", since) {
            guard item["kind"]?.string == nil, let ref = item["ref"]?.string,
                item["section"]?["topic"]?.string == topic,
                let opened = item["opened"]?.string.flatMap({ Timestamp($0) }), opened >= since
            else { continue }
            let customer = item["customer"]?.string ?? ref
            if affected[customer] == nil { order.append(customer) }
            var one = affected[customer] ?? Affected(open: nil, cases: [])
            one.cases.append(ref)
            if one.open == nil, item["status"] == "open" { one.open = ref }
            affected[customer] = one
        }
        return order.compactMap { affected[$0] }
    }

    private func counts(from: Timestamp, until: Timestamp?) async throws -> [Baseline.Hour] {
        var arguments: [String: JSON] = ["series": "topic", "from": .string(from.description)]
        if let until { arguments["until"] = .string(until.description) }
        let reply = try await context.ask("counts", .object(arguments), within: .seconds(10))
        return (reply.array ?? []).compactMap { item in
            guard let topic = item["value"]?.string, let start = item["hour"]?.string.flatMap({ Timestamp($0) }),
                let count = item["count"]?.int
            else { return nil }
            return Baseline.Hour(topic: topic, start: start, count: Int(count))
        }
    }
}

extension Timestamp {
    /// The start of the hour before: what is seen is that hour, and this one so far.
    var startOfWatch: Timestamp {
        let hour: Int64 = 3_600_000
        return Timestamp(milliseconds: (milliseconds / hour - 1) * hour)
    }
}
