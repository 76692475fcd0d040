import Hummingbird
import NIOCore
import Synchronization

/// Reads bodies whole: not more than the limit, not slower than a poor line, and not more at once than there is room.
struct BodyReader: Sendable {
    /// Bytes of one body.
    let limit: Int
    private let room: Room

    /// - Parameter together: bytes of all bodies that are being read.
    init(limit: Int, together: Int? = nil) {
        self.limit = limit
        room = Room(free: together ?? limit * 2)
    }

    /// - Parameter atMost: a smaller limit where less is expected.
    /// - Throws: `Refusal`.
    func read<T: Sendable>(
        _ request: Request, atMost: Int? = nil, _ use: ([UInt8]) async throws -> T
    ) async throws -> T {
        let limit = min(atMost ?? limit, limit)
        let announced = request.headers[.contentLength].flatMap { Int($0) }
        guard announced ?? 0 <= limit else { throw Refusal(.tooLarge) }
        let share = announced ?? limit
        guard room.take(share) else { throw Refusal(.busy, retryAfter: 5) }
        defer { room.give(share) }
        let bytes = try await collect(request.body, limit: limit, within: .seconds(20 + share / Self.slowest))
        return try await use(bytes)
    }

    /// Bytes a second that a body must bring.
    private static let slowest = 16 << 10

    private func collect(_ body: RequestBody, limit: Int, within time: Duration) async throws -> [UInt8] {
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                do {
                    let buffer = try await body.collect(upTo: limit)
                    return Array(buffer.readableBytesView)
                } catch is NIOTooManyBytesError {
                    throw Refusal(.tooLarge)
                }
            }
            group.addTask {
                try await Task.sleep(for: time)
                throw Refusal(.tooSlow)
            }
            defer { group.cancelAll() }
            guard let bytes = try await group.next() else { throw Refusal(.malformed) }
            return bytes
        }
    }
}

/// Memory that bodies may take together.
private final class Room: Sendable {
    private let free: Mutex<Int>

    init(free: Int) { self.free = Mutex(free) }

    func take(_ bytes: Int) -> Bool {
        free.withLock { free in
            guard free >= bytes else { return false }
            free -= bytes
            return true
        }
    }

    func give(_ bytes: Int) { free.withLock { $0 += bytes } }
}

extension IntakeSettings {
    /// Bytes of one request: the largest attachment twice, or several that weigh as much, and the words.
    var bodyLimit: Int { min(2 * maxAttachmentMiB, 64) << 20 + 1 << 20 }
}
