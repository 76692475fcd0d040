import Clocks
import StageProtocol

/// How long answers took in cases of a topic: what a miss is predicted from.
struct Pace: Sendable, Hashable {
    /// Milliseconds of opening hours from a contact to the first answer, by topic.
    private var durations: [String: [Int64]] = [:]

    /// With fewer like cases nothing is predicted.
    static let enough = 8

    mutating func add(_ duration: Int64, topic: String) { durations[topic, default: []].append(duration) }

    /// After how much time without an answer a miss has become likely: as soon as, of the like cases that took at least as
    /// long, more than half were answered too late. Nil where that is never so before the time is up.
    func turning(topic: String, allowed: Int64) -> Int64? {
        guard let known = durations[topic]?.sorted(), known.count >= Self.enough else { return nil }
        // Between two durations nothing is learned, so that each of them, and the start, is where it can turn.
        for moment in [0] + known where moment < allowed {
            let longer = known.filter { $0 > moment || moment == 0 }
            guard longer.count >= Self.enough / 2 else { return nil }
            if longer.count(where: { $0 >= allowed }) * 2 > longer.count { return moment }
        }
        return nil
    }
}
