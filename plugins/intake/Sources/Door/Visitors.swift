import HTTPTypes
import Hummingbird

/// Tells visitors apart, for counting.
///
/// Anybody can write `X-Forwarded-For`. So it is believed only where the connection comes from a proxy of ours, and then
/// only its last address that is no such proxy: the one that the outermost of them saw.
struct Visitors: Sendable {
    private let proxies: Set<String>

    init(proxies: [String]) { self.proxies = Set(proxies) }

    func name(_ request: Request, _ context: DoorContext) -> String {
        guard let peer = context.remoteAddress?.ipAddress else { return "local" }
        return Self.network(of: visitor(from: peer, forwarded: request.headers[values: .forwardedFor]))
    }

    /// The visitor's own address.
    func visitor(from peer: String, forwarded: [String]) -> String {
        guard proxies.contains(peer) else { return peer }
        let path = forwarded.flatMap { $0.split(separator: ",") }.map { $0.filter { !$0.isWhitespace } }
        return path.last { !proxies.contains($0) && !$0.isEmpty && $0.utf8.count < 50 } ?? peer
    }

    /// Of IPv6 the network: one household has a whole one, and so has one attacker.
    private static func network(of address: String) -> String {
        guard address.contains(":") else { return address }
        return address.split(separator: ":", omittingEmptySubsequences: false).prefix(4).joined(separator: ":")
    }
}

extension HTTPField.Name {
    fileprivate static var forwardedFor: Self { Self("X-Forwarded-For") ?? .date }
}
