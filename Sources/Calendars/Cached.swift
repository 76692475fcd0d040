import Synchronization

/// What was worked out once, by number, kept for the next time it is asked for. It is no part of the value that has it:
/// all of them are equal.
final class Cached<Value: Sendable>: Sendable, Hashable {
    /// Beyond so many, all is forgotten: whoever asks for times that far apart does not come back soon.
    private static var most: Int { 512 }

    private let values = Mutex<[Int64: Value]>([:])

    /// The value of a number; two who ask at once may both work it out.
    func value(_ number: Int64, _ make: (Int64) -> Value) -> Value {
        if let value = values.withLock({ $0[number] }) { return value }
        let value = make(number)
        values.withLock { values in
            if values.count >= Self.most { values.removeAll() }
            values[number] = value
        }
        return value
    }

    static func == (_: Cached, _: Cached) -> Bool { true }
    func hash(into _: inout Hasher) {}
}
