import Testing
import ZeroMQ

struct OptionTests {
    private func failure(_ change: (inout SocketOptions) -> Void) throws -> String? {
        var options = SocketOptions()
        change(&options)
        let context = try Context()
        let error = #expect(throws: ZeroMQError.self) { _ = try Socket(.router, context: context, options: options) }
        return error?.description
    }

    @Test func eachOutOfRangeOptionIsNamed() throws {
        #expect(
            try failure { $0.sendHighWater = 0 }
                == "Could not set sendHighWater on a router socket: sendHighWater must be 1 or more, and it is 0.")
        #expect(try failure { $0.maximumMessageBytes = -1 }?.contains("maximumMessageBytes must be 1 or more") == true)
        #expect(try failure { $0.heartbeatTimeToLive = .seconds(66) }?.contains("0.0 seconds to 65.0") == true)
        #expect(try failure { $0.linger = .seconds(-1) }?.contains("linger") == true)
        #expect(try failure { $0.reconnectMaximum = .zero }?.contains("reconnectMaximum") == true)
        #expect(try failure { $0.handshakeTimeout = .zero }?.contains("handshakeTimeout") == true)
    }

    @Test(arguments: SocketKind.allCases)
    func everyKindOpensWithTheDefaults(kind: SocketKind) throws {
        let socket = try Socket(kind, context: try Context())
        #expect(socket.kind == kind)
    }

    @Test func aContextNeedsRoomForASocket() {
        #expect(throws: ZeroMQError.self) { _ = try Context(maximumSockets: 0) }
    }
}
