import CZeroMQ
import Glibc

extension SocketOptions {
    /// Sets every option on a fresh socket, or says which one cannot be.
    func apply(to handle: SocketHandle, kind: SocketKind) throws(ZeroMQError) {
        let setter = OptionSetter(handle: handle, kind: kind)
        try setter.set(ZMQ_MAXMSGSIZE, "maximumMessageBytes", maximumMessageBytes, atLeast: 1)
        try setter.set(ZMQ_SNDHWM, "sendHighWater", sendHighWater, atLeast: 1)
        try setter.set(ZMQ_RCVHWM, "receiveHighWater", receiveHighWater, atLeast: 1)
        try setter.set(ZMQ_LINGER, "linger", linger)
        try setter.set(ZMQ_HEARTBEAT_IVL, "heartbeatInterval", heartbeatInterval)
        try setter.set(ZMQ_HEARTBEAT_TIMEOUT, "heartbeatTimeout", heartbeatTimeout, atLeast: .milliseconds(1))
        try setter.set(ZMQ_HEARTBEAT_TTL, "heartbeatTimeToLive", heartbeatTimeToLive, atMost: .seconds(65))
        try setter.set(ZMQ_RECONNECT_IVL, "reconnectMinimum", reconnectMinimum, atLeast: .milliseconds(1))
        try setter.set(ZMQ_RECONNECT_IVL_MAX, "reconnectMaximum", reconnectMaximum, atLeast: reconnectMinimum)
        try setter.set(ZMQ_CONNECT_TIMEOUT, "connectTimeout", connectTimeout)
        try setter.set(ZMQ_HANDSHAKE_IVL, "handshakeTimeout", handshakeTimeout, atLeast: .milliseconds(1))
        try setter.set(ZMQ_IMMEDIATE, "immediate", immediate)
        try setter.set(ZMQ_IPV6, "ipv6", ipv6)
        if kind == .router {
            // Without the first, what cannot be routed is dropped in silence. With the second, a stranger could
            // take over a peer's name and its messages.
            try setter.set(ZMQ_ROUTER_MANDATORY, "routerMandatory", true)
            try setter.set(ZMQ_ROUTER_HANDOVER, "routerHandover", false)
        }
        try curve?.apply(with: setter)
    }
}

/// Sets one option at a time, each by the name under which a person knows it.
struct OptionSetter {
    let handle: SocketHandle
    let kind: SocketKind

    func set(_ option: Int32, _ name: String, _ value: some OptionInteger, atLeast lowest: Int) throws(ZeroMQError) {
        guard value >= lowest else {
            throw failure(EINVAL, name, because: "\(name) must be \(lowest) or more, and it is \(value).")
        }
        try check(handle.set(option, value), name)
    }

    func set(_ option: Int32, _ name: String, _ flag: Bool) throws(ZeroMQError) {
        try check(handle.set(option, flag ? 1 : 0 as Int32), name)
    }

    func set(
        _ option: Int32, _ name: String, _ value: Duration, atLeast lowest: Duration = .zero,
        atMost highest: Duration = .milliseconds(Int32.max)
    ) throws(ZeroMQError) {
        guard value >= lowest, value <= highest else {
            throw failure(EINVAL, name, because: "\(name) must be \(lowest) to \(highest), and it is \(value).")
        }
        try check(handle.set(option, Int32(clamping: value.milliseconds)), name)
    }

    func set(_ option: Int32, _ name: String, _ text: String) throws(ZeroMQError) {
        try check(handle.set(option, Array(text.utf8)), name)
    }

    private func check(_ result: Int32, _ name: String) throws(ZeroMQError) {
        if result < 0 { throw failure(-result, name, because: ErrorAdvice.text(for: -result, endpoint: nil)) }
    }

    func failure(_ code: Int32, _ name: String, because message: String) -> ZeroMQError {
        ZeroMQError(code, "set \(name) on a \(kind.rawValue) socket", because: message)
    }
}

/// An integer of a size that libzmq takes for an option: which of the two, each option's documentation tells.
protocol OptionInteger: FixedWidthInteger, BitwiseCopyable {}
extension Int32: OptionInteger {}
extension Int64: OptionInteger {}
