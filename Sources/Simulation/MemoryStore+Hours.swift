import Broker
import StageProtocol

// What is counted by the hour.
extension MemoryTransaction {
    func count(_ series: String, _ value: String, hour: Timestamp) throws {
        try store.willWrite()
        let place = MemoryContent.Hour(series: Exact(series), hour: hour, value: Exact(value))
        let before = store.content.hours[place]
        store.content.hours[place] = (before ?? 0) + 1
        store.onRollback { $0.hours[place] = before }
    }

    func counts(_ series: String, from: Timestamp, until: Timestamp, limit: Int) throws -> [HourRow] {
        try store.willRead()
        return store.content.hours
            .filter { $0.key.series == Exact(series) && $0.key.hour >= from && $0.key.hour < until }
            .sorted { $0.key < $1.key }.limited(to: limit)
            .map { HourRow(value: $0.key.value.text, hour: $0.key.hour, count: $0.value) }
    }
}
