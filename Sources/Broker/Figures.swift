import StageProtocol

/// What is asked by those who watch: figures of everything, timers that are due soon, one section of a case.
extension Core {
    /// All that is counted and all that stands, in figures. There is nothing of a customer in it.
    func figures(_ store: any StoreTransaction) throws -> JSON {
        let standing = queue.standing(now: now)
        let cases = try store.countCases()
        return [
            "pipeline": .string(plan.pipeline), "now": .string(now.description),
            "since": .string(tally.since.description), "incarnation": .int(incarnation),
            "stages": .array(
                plan.stages.keys.sorted().map { figures(of: $0, standing[$0] ?? ReadyQueue.Standing()) }),
            "waiting": count(queue.count), "holding": count(leases.count),
            "scheduled": count(try store.countMessages(.waiting) - queue.count - leases.count),
            "retrying": count(try store.countRetries(after: now)),
            "dead": count(deadCount), "parked": count(try store.countSubmissions()[.parked] ?? 0),
            "cases": ["open": count(cases[.open] ?? 0), "resolved": count(cases[.resolved] ?? 0)],
            "arrivals": .array(
                tally.arrivals.sorted { ($0.key.via, $0.key.state) < ($1.key.via, $1.key.state) }.map {
                    ["via": .string($0.key.via), "state": .string($0.key.state), "count": count($0.value)]
                }),
            "texts": .object(tally.texts.mapValues(count)),
            "standards": .array(
                tally.standards.sorted { $0.key < $1.key }.map {
                    ["standard": .string($0.key), "met": count($0.value.met), "missed": count($0.value.missed)]
                }),
        ]
    }

    private func figures(of stage: String, _ standing: ReadyQueue.Standing) -> JSON {
        let sessions = sessions.of(stage)
        let counted = tally.stages[stage] ?? Tally.Stage()
        return [
            "name": .string(stage), "instances": count(sessions.count),
            "working": count(sessions.count(where: \.isWorking)),
            "credit": count(sessions.reduce(0) { $0 + $1.credit }),
            "holding": count(sessions.reduce(0) { $0 + $1.held.count }), "waiting": count(standing.count),
            "overdue": count(standing.overdue),
            "oldest_ms": standing.oldest.map { .int((now - $0).wholeMilliseconds) } ?? nil,
            "deadline": standing.deadline.map { .string($0.description) } ?? nil,
            "results": .object(
                Dictionary(
                    Tally.results.map { ($0, count(counted.results[$0] ?? 0)) }, uniquingKeysWith: { $1 })),
            "done_last_minute": count(counted.finished.count(now: now)),
            "failed_last_minute": count(counted.failed.count(now: now)), "wait": Self.json(counted.wait),
            "work": Self.json(counted.work),
        ]
    }

    private static func json(_ histogram: Histogram) -> JSON {
        [
            "count": .int(Int64(histogram.count)), "sum_ms": .int(histogram.sum),
            "buckets": .array(
                zip(Histogram.bounds, histogram.cumulative).map { ["le_ms": .int($0), "count": .int(Int64($1))] }),
        ]
    }

    private func count(_ number: Int) -> JSON { .int(Int64(number)) }

    /// Timers that become due within a span, the soonest first.
    func dueTimers(_ arguments: JSON, limit: Int, _ store: any StoreTransaction) throws -> JSON {
        let span = Duration.milliseconds(min(max(arguments["within_ms"]?.int ?? 3_600_000, 0), 86_400_000))
        return .array(
            try store.timers(through: now + span, limit: limit).map {
                [
                    "ref": try ref(of: $0, store).map { .string($0) } ?? nil, "stage": .string($0.stage),
                    "name": .string($0.timer ?? ""), "type": .string($0.type), "at": .string($0.notBefore.description),
                    "data": $0.data.flatMap { try? JSON(bytes: $0) } ?? nil,
                ]
            })
    }

    /// One section of one case; null where it has none of that name.
    func section(_ arguments: JSON, _ store: any StoreTransaction) throws -> JSON {
        guard let ref = arguments["ref"]?.string, let name = arguments["name"]?.string else {
            throw Invalid("section: which \"name\" of which \"ref\"?")
        }
        guard let row = try store.findCase(ref: ref.uppercased()) else {
            throw Invalid(code: "no-case", "there is no case \(ref)")
        }
        return try store.sections(row.id).first { $0.name == name }.map { try JSON(bytes: $0.body) } ?? .null
    }

    /// What is being worked for a case, and what waits to be.
    func work(on caseID: Int64) -> JSON {
        let held = leases.values.filter { $0.caseID == caseID }.sorted { $0.id < $1.id }.map { held -> JSON in
            [
                "message": .int(held.id), "stage": .string(held.stage), "type": .string(held.row.type),
                "epoch": .string(held.epoch), "instance": .string(held.instance),
                "ready": .string(held.ready.description), "attempt": count(held.row.attempts + 1),
                "begun": .string((held.started ?? held.sent).description),
            ]
        }
        let waiting = queue.waiting(forCase: caseID).map { item -> JSON in
            ["message": .int(item.id), "stage": .string(item.stage), "ready": .string(item.since.description)]
        }
        return .array(held + waiting)
    }
}
