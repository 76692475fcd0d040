import Broker
import StageProtocol

/// What outcomes that took effect have counted, hour by hour: the store has that, neither more nor less.
struct CountedHours {
    private var counts: [MemoryContent.Hour: Int] = [:]
    /// What was counted when the beat began.
    private var earlier: [MemoryContent.Hour: Int] = [:]
    /// What may have been counted as well, by outcomes that cannot be seen any more.
    private var perhaps: [Exact: Int] = [:]

    /// A beat's worth of the journal begins.
    mutating func begin() { earlier = counts }

    mutating func add(_ outcome: Outcome, at moment: Timestamp) {
        let hour = Timestamp(milliseconds: moment.milliseconds / 3_600_000 * 3_600_000)
        for one in outcome.count ?? [] {
            counts[.init(series: Exact(one.series), hour: hour, value: Exact(one.value)), default: 0] += 1
        }
    }

    mutating func addPerhaps(_ outcome: Outcome) {
        for one in outcome.count ?? [] { perhaps[Exact(one.value), default: 0] += 1 }
    }

    func check(_ store: MemoryStore) throws(Violation) {
        for hour in Set(counts.keys).union(store.content.hours.keys) {
            let (sure, there) = (counts[hour] ?? 0, store.content.hours[hour] ?? 0)
            guard there >= sure, there <= sure + (perhaps[hour.value] ?? 0) else {
                throw Violation(
                    rule: "counted once", detail: "\(hour.value.text) at \(hour.hour): \(there), and \(sure) said so")
            }
        }
    }

    /// What is answered is what was counted when the beat began, or came in it.
    func lookAt(_ answer: [JSON], _ store: MemoryStore) throws(Violation) {
        for item in answer {
            guard let value = item["value"]?.string, let count = item["count"]?.int,
                let moment = item["hour"]?.string.flatMap({ Timestamp($0) })
            else { throw Violation(rule: "readable", detail: "a count that says nothing: \(item)") }
            let hour = MemoryContent.Hour(series: Exact("topic"), hour: moment, value: Exact(value))
            guard Int(count) >= earlier[hour] ?? 0, Int(count) <= store.content.hours[hour] ?? 0 else {
                throw Violation(rule: "said is committed", detail: "\(value) was counted \(count) times: not so")
            }
        }
    }
}
