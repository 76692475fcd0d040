import StageProtocol

/// Where a socket is bound.
enum Endpoint {
    case ipc(path: String)
    case tcp(host: String, port: Int)

    /// The longest path a Unix socket's address holds, one byte being its end.
    static let longestPath = 107

    /// An address with a relative path made absolute; nil for what is no address.
    init?(_ text: String, folder: String) {
        if text.hasPrefix("ipc://"), text.count > 6 {
            self = .ipc(path: absolute(String(text.dropFirst(6)), from: folder))
        } else if text.hasPrefix("tcp://"), let (host, port) = hostAndPort(String(text.dropFirst(6))) {
            self = .tcp(host: host, port: port)
        } else {
            return nil
        }
    }

    var isTCP: Bool { if case .tcp = self { true } else { false } }

    /// Whether only processes of this host reach it.
    var isLoopback: Bool {
        guard case .tcp(let host, _) = self else { return true }
        return StageProtocol.isLoopback(host: host)
    }

    var address: String {
        switch self {
        case .ipc(let path): "ipc://\(path)"
        case .tcp(let host, let port): "tcp://\(host):\(port)"
        }
    }
}

extension Decoding {
    /// A socket's address, checked for what would fail only when it is bound.
    func endpoint(_ node: YAMLNode, _ what: String) -> Located<String>? {
        guard let text = text(node, what) else { return nil }
        guard let endpoint = Endpoint(text.value, folder: file.folder) else {
            findings.error(
                .badSocket, at: text.place, "\(what) must be an address, not \(node.kind)",
                hint: "write ipc://PATH for this host, or tcp://HOST:PORT")
            return nil
        }
        if case .ipc(let path) = endpoint, path.utf8.count > Endpoint.longestPath {
            findings.error(
                .badSocket, at: text.place,
                "the path of \(what) has \(path.utf8.count) bytes, and a socket's path holds at most \(Endpoint.longestPath)",
                hint: "it is \(node.kind == "\"\(text.value)\"" ? path : "made absolute first"); use a shorter folder")
            return nil
        }
        return text.map { _ in endpoint.address }
    }
}
