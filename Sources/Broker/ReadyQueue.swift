internal import HeapModule
import StageProtocol

/// The messages that could be worked now, in the order in which they should be, and the lanes that keep a case to one
/// worker at a time.
///
/// - Earliest deadline first. A customer's n-th waiting message counts n seconds later, so that nobody's flood delays
///   the others and nobody waits for ever.
/// - When the earliest is overdue, every second pick goes to what has the shortest time allowed, so that new contacts are
///   acknowledged while a backlog is worked off.
/// - Within a case and stage, in the order of `rank`.
struct ReadyQueue {
    /// A message that waits.
    struct Item {
        let id: Int64
        let stage: String
        /// The case whose lane it needs; nil where it needs none.
        let lane: Int64?
        let deadline: Timestamp
        let since: Timestamp
        let rank: Int64
        let customer: String?
    }

    private struct Candidate: Comparable {
        let key: Int64
        let rank: Int64
        let id: Int64
        static func < (left: Candidate, right: Candidate) -> Bool { (left.key, left.rank) < (right.key, right.rank) }
    }

    private struct StageOrder {
        var byDeadline = Heap<Candidate>()
        var byAllowance = Heap<Candidate>()
        var turn = 0
        var waiting = 0
    }

    private struct Lane {
        var holder: Int64?
        /// Waiting messages by stage, in the order of rank.
        var waiting: [String: [Int64]] = [:]
    }

    private var items: [Int64: Item] = [:]
    private var orders: [String: StageOrder] = [:]
    private var lanes: [Int64: Lane] = [:]
    private var backlog: [String: Int] = [:]

    /// Messages that wait.
    var count: Int { items.count }

    /// Messages that wait for a stage.
    func depth(_ stage: String) -> Int { orders[stage]?.waiting ?? 0 }

    /// How a stage's messages stand.
    struct Standing {
        var count = 0
        /// Since when the oldest has waited.
        var oldest: Timestamp?
        /// Those whose deadline is past.
        var overdue = 0
        /// The earliest deadline.
        var deadline: Timestamp?
    }

    /// How the messages of each stage stand, where any wait.
    func standing(now: Timestamp) -> [String: Standing] {
        var all: [String: Standing] = [:]
        for item in items.values {
            all[item.stage, default: Standing()].add(item, now: now)
        }
        return all
    }

    /// What waits for a case's lane, the first to be worked first.
    func waiting(forCase lane: Int64) -> [Item] {
        (lanes[lane]?.waiting.values.joined().compactMap { items[$0] } ?? []).sorted {
            ($0.rank, $0.id) < ($1.rank, $1.id)
        }
    }

    /// The message that holds a case's lane.
    func holder(of lane: Int64) -> Int64? { lanes[lane]?.holder }

    mutating func insert(_ item: Item) {
        guard items.updateValue(item, forKey: item.id) == nil else { return }
        orders[item.stage, default: StageOrder()].waiting += 1
        if let customer = item.customer { backlog[customer, default: 0] += 1 }
        guard let lane = item.lane else { return offer(item) }
        var list = lanes[lane]?.waiting[item.stage] ?? []
        // Whatever the order in which they come, such as that of a restart, they stand in that of their ranks.
        let place = list.firstIndex { (rank(of: $0), $0) > (item.rank, item.id) } ?? list.endIndex
        list.insert(item.id, at: place)
        lanes[lane, default: Lane()].waiting[item.stage] = list
        if place == list.startIndex, lanes[lane]?.holder == nil { offer(item) }
    }

    /// Takes the message that a stage should work next, and its lane.
    mutating func take(_ stage: String, now: Timestamp) -> Item? {
        // Taken out while it changes: a second owner would have its heaps copied.
        guard var order = orders.removeValue(forKey: stage) else { return nil }
        defer { orders[stage] = order }
        while let earliest = order.byDeadline.min {
            let overdue = earliest.key < now.milliseconds
            let quick = overdue && order.turn % 2 == 1
            guard let candidate = quick ? order.byAllowance.popMin() : order.byDeadline.popMin() else {
                order.turn += 1
                continue
            }
            guard let item = items[candidate.id], item.stage == stage, isFree(item) else { continue }
            order.turn += 1
            order.waiting -= 1
            claim(item)
            return item
        }
        order.byAllowance = Heap()
        return nil
    }

    /// Gives a lane to a message that is being worked and does not wait.
    mutating func hold(_ lane: Int64?, by id: Int64) { if let lane { lanes[lane, default: Lane()].holder = id } }

    /// Takes a message out that is not to be worked after all.
    mutating func remove(_ id: Int64) {
        guard let item = items[id] else { return }
        orders[item.stage]?.waiting -= 1
        let lane = item.lane
        let holder = lane.flatMap { lanes[$0]?.holder }
        claim(item)
        guard let lane else { return }
        lanes[lane]?.holder = holder
        if holder == nil { offerHeads(lane) }
    }

    /// Frees the lane that a message held.
    mutating func release(_ lane: Int64?, by id: Int64) {
        guard let lane, lanes[lane]?.holder == id else { return }
        lanes[lane]?.holder = nil
        offerHeads(lane)
    }

    private func rank(of id: Int64) -> Int64 { items[id]?.rank ?? 0 }

    private func isFree(_ item: Item) -> Bool {
        guard let lane = item.lane else { return true }
        return lanes[lane]?.holder == nil && lanes[lane]?.waiting[item.stage]?.first == item.id
    }

    private mutating func claim(_ item: Item) {
        items[item.id] = nil
        if let customer = item.customer, let count = backlog[customer] {
            backlog[customer] = count > 1 ? count - 1 : nil
        }
        guard let lane = item.lane else { return }
        lanes[lane]?.holder = item.id
        lanes[lane]?.waiting[item.stage]?.removeAll { $0 == item.id }
        if lanes[lane]?.waiting[item.stage]?.isEmpty == true { lanes[lane]?.waiting[item.stage] = nil }
    }

    private mutating func offerHeads(_ lane: Int64) {
        guard let waiting = lanes[lane]?.waiting, !waiting.isEmpty else {
            lanes[lane] = nil
            return
        }
        for list in waiting.values { if let head = list.first, let item = items[head] { offer(item) } }
    }

    /// Puts a message where its stage will find it. A heap may hold a message twice or after it is gone: whoever takes it
    /// out looks whether it still waits.
    private mutating func offer(_ item: Item) {
        let ahead = item.customer.flatMap { backlog[$0] } ?? 0
        let fair = item.deadline.milliseconds + Int64(ahead) * 1000
        let allowance = item.deadline.milliseconds - item.since.milliseconds
        orders[item.stage, default: StageOrder()].byDeadline
            .insert(Candidate(key: fair, rank: item.rank, id: item.id))
        orders[item.stage, default: StageOrder()].byAllowance
            .insert(Candidate(key: allowance, rank: item.rank, id: item.id))
        compact(item.stage)
    }

    private mutating func compact(_ stage: String) {
        guard var order = orders[stage], order.byAllowance.count > 4 * order.waiting + 1024 else { return }
        func kept(_ heap: Heap<Candidate>) -> Heap<Candidate> {
            var seen = Set<Int64>()
            return Heap(heap.unordered.filter { items[$0.id]?.stage == stage && seen.insert($0.id).inserted })
        }
        order.byDeadline = kept(order.byDeadline)
        order.byAllowance = kept(order.byAllowance)
        orders[stage] = order
    }
}

extension ReadyQueue.Standing {
    fileprivate mutating func add(_ item: ReadyQueue.Item, now: Timestamp) {
        count += 1
        oldest = min(oldest ?? item.since, item.since)
        deadline = min(deadline ?? item.deadline, item.deadline)
        if item.deadline < now { overdue += 1 }
    }
}
