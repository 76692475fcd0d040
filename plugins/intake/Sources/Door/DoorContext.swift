import Hummingbird
import NIOCore

/// What is known of a request besides itself.
struct DoorContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// Who asks, for counting. Of IPv6 the network: one household has a whole one, and so has one attacker.
    var client: String {
        guard let address = remoteAddress?.ipAddress else { return "local" }
        guard address.contains(":") else { return address }
        return address.split(separator: ":", omittingEmptySubsequences: false).prefix(4).joined(separator: ":")
    }
}
