import Crypto
public import StageProtocol

/// Files and raw mails, named by the SHA-256 of their bytes, moved in chunks.
public struct Blobs: Sendable {
    private let requests: Requests

    init(_ requests: Requests) { self.requests = requests }

    /// Fetches a blob.
    /// - Parameter timeout: how long the broker may take for one chunk.
    /// - Throws: `BrokerRefusal` where there is none of that hash.
    public func get(_ hash: String, within timeout: Duration = .seconds(30)) async throws -> Frame {
        var bytes: Frame = []
        var size = 1
        while bytes.count < size {
            let request = StageMessage.get(Get(hash: hash, offset: bytes.count))
            guard case .blob(let blob, let chunk) = try await requests.broker.ask(request, within: timeout) else {
                throw BrokerRefusal(code: "unexpected", message: "the broker did not answer GET with BLOB")
            }
            size = blob.size
            guard size <= requests.limits.blob, blob.offset == bytes.count, !chunk.isEmpty || size == bytes.count else {
                throw damaged(hash)
            }
            bytes += chunk
        }
        guard bytes.count == size, Self.hash(of: bytes) == hash else { throw damaged(hash) }
        return bytes
    }

    /// Stores a blob; when this returns, it is on disk. What was stored of it before is not sent again.
    /// - Parameter timeout: how long the broker may take for one chunk.
    /// - Returns: its hash.
    public func put(_ bytes: Frame, within timeout: Duration = .seconds(30)) async throws -> String {
        guard bytes.count <= requests.limits.blob else {
            throw BrokerRefusal(
                code: "too-large", message: "\(bytes.count) bytes; a blob has at most \(requests.limits.blob)")
        }
        let hash = Self.hash(of: bytes)
        var offset = 0
        // Each answer is ahead of the one before, or the other side is wrong; the bound keeps a wrong one from looping.
        for _ in 0...(bytes.count / max(1, requests.limits.chunk) + 1) {
            let end = min(bytes.count, offset + requests.limits.chunk)
            let put = Put(hash: hash, size: bytes.count, offset: offset)
            let answer = try await requests.broker.ask(.put(put, chunk: Array(bytes[offset..<end])), within: timeout)
            guard case .stored(let stored) = answer, (0...bytes.count).contains(stored.next) else {
                throw unexpected(answer, to: "PUT")
            }
            if stored.next == bytes.count { return hash }
            offset = stored.next
        }
        throw BrokerRefusal(code: "stuck", message: "the broker does not get on with the blob \(hash)")
    }

    /// SHA-256 in lower-case hex.
    public static func hash(of bytes: Frame) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let hex = SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: hex, as: UTF8.self)
    }

    private func damaged(_ hash: String) -> StageFailure {
        .retry("blob-damaged", "what came as the blob \(hash) is not it; the broker's blob folder may be damaged")
    }
}
