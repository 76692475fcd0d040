import Broker

/// Draws the steps of a run from its seed. Each seed has a temper of its own: some runs are calm, some are all trouble, so
/// that no kind of fault hides behind another.
struct Schedule {
    private var random: SplitMix64
    private var weights: [(weight: Int, draw: (inout SplitMix64) -> Step)] = []
    private var total = 0

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        let peers = World.stages.count
        func peer(_ random: inout SplitMix64) -> Int { Int.random(in: 0..<peers, using: &random) }
        add(300, { .beat(salt: $0.next()) })
        add(150, { .round(salt: $0.next()) })
        add(100, { .listen(peer: peer(&$0)) })
        add(150, { .work(peer: peer(&$0), .honest, salt: $0.next()) })
        add(30, { .tick(peer: peer(&$0)) })
        add(60, { .submit(peer: Int.random(in: 0...1, using: &$0)) })
        add(
            30,
            {
                .write(
                    customer: Int.random(in: 0..<World.customers, using: &$0),
                    Step.Writing.allCases.randomElement(using: &$0) ?? .new, salt: $0.next())
            })
        add(60, { .pass(milliseconds: Self.span(&$0)) })
        add(10, { _ in .ask })
        add(20, { .question(peer: peer(&$0), salt: $0.next()) })
        add(10, { .word(salt: $0.next()) })
        add(10, { .parked(salt: $0.next()) })
        let trouble: [(Int, (inout SplitMix64) -> Step)] = [
            (
                60,
                {
                    .work(
                        peer: peer(&$0), Step.Conduct.allCases.randomElement(using: &$0) ?? .hang, salt: $0.next())
                }
            ),
            (10, { .freeze(peer: peer(&$0)) }), (20, { .thaw(peer: peer(&$0)) }), (8, { .cut(peer: peer(&$0)) }),
            (10, { .kill(peer: peer(&$0)) }), (10, { .double(peer: peer(&$0)) }),
            (8, { .spoil(peer: peer(&$0), salt: $0.next()) }),
            (5, { .restart(configuration: Int.random(in: 0..<Plan.configurations, using: &$0)) }),
            (20, { .fail(Self.fault(&$0)) }), (20, { _ in .makeRoom }),
            (3, { .setClock(seconds: Int64.random(in: -4000...4000, using: &$0)) }), (10, { _ in .replay }),
            (10, { .reload(configuration: Int.random(in: 0..<Plan.configurations, using: &$0)) }),
            (4, { .erase(customer: Int.random(in: 0..<World.customers, using: &$0)) }),
            (
                20,
                {
                    .drain(
                        stage: Int.random(in: Plan.simulatedStages.indices, using: &$0),
                        undo: Bool.random(using: &$0))
                }
            ),
        ]
        for (weight, draw) in trouble {
            switch Int.random(in: 0..<5, using: &random) {
            case 0: break
            case 1: add(weight * 4, draw)
            default: add(weight, draw)
            }
        }
    }

    mutating func next() -> Step {
        var place = Int.random(in: 0..<total, using: &random)
        for (weight, draw) in weights {
            if place < weight { return draw(&random) }
            place -= weight
        }
        return .beat(salt: random.next())
    }

    private mutating func add(_ weight: Int, _ draw: @escaping (inout SplitMix64) -> Step) {
        weights.append((weight, draw))
        total += weight
    }

    /// Mostly a moment, at times a lunch, seldom a night.
    private static func span(_ random: inout SplitMix64) -> Int64 {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: Int64.random(in: 0...8_000_000, using: &random)
        case 1...4: Int64.random(in: 0...90_000, using: &random)
        case 5...10: Int64.random(in: 0...3000, using: &random)
        default: Int64.random(in: 0...50, using: &random)
        }
    }

    private static func fault(_ random: inout SplitMix64) -> MemoryStore.Fault {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: .begin
        case 1: .read(Int.random(in: 1...20, using: &random))
        case 2: .write(Int.random(in: 1...20, using: &random))
        case 3: .commit
        case 4: .replyLost
        default: .full
        }
    }
}
