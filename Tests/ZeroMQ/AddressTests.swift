import Glibc
import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct AddressTests {
    private let context: Context
    private let folder: TemporaryFolder

    init() throws {
        context = try Context()
        folder = try TemporaryFolder()
    }

    private func failure(binding endpoint: String) throws -> ZeroMQError? {
        let socket = try Socket(.router, context: context)
        return #expect(throws: ZeroMQError.self) { try socket.bind(endpoint) }
    }

    @Test func aFreePortIsResolved() throws {
        let router = try Socket(.router, context: context)
        let endpoint = try router.bind("tcp://127.0.0.1:*")
        let port = endpoint.split(separator: ":").last.flatMap { UInt16($0) }
        #expect(endpoint.hasPrefix("tcp://127.0.0.1:"))
        #expect(try #require(port) > 0)
    }

    @Test func aMissingFolderIsNamedAndCanBeMended() throws {
        let endpoint = folder.endpoint("missing/socket")
        let error = try failure(binding: endpoint)
        #expect(error?.code == ENOENT)
        #expect(error?.endpoint == endpoint)
        #expect(error?.isRetriable == false)
        #expect(
            error?.description
                == "Could not bind \(endpoint): the folder of the path does not exist. "
                + "Create it first (readable by its owner only, mode 0700).")
    }

    @Test func aPathMayHave107BytesAndNotOneMore() throws {
        let room = 107 - folder.endpoint("").utf8.count + "ipc://".utf8.count
        let router = try Socket(.router, context: context)
        try router.bind(folder.endpoint(String(repeating: "x", count: room)))
        let error = try failure(binding: folder.endpoint(String(repeating: "x", count: room + 1)))
        #expect(error?.code == ENAMETOOLONG)
        #expect(error?.message.contains("the path has 108 bytes and a socket's may have 107") == true)
    }

    @Test func aPortInUseSaysSoAndMayBeTriedAgain() throws {
        let router = try Socket(.router, context: context)
        let error = try failure(binding: try router.bind("tcp://127.0.0.1:*"))
        #expect(error?.code == EADDRINUSE)
        #expect(error?.isRetriable == true)
        #expect(error?.message.contains("already listens there") == true)
    }

    @Test(arguments: ["nonsense", "tcp://127.0.0.1", "udp6://x:1", "http://127.0.0.1:80", "ipc://a\0b", ""])
    func whatIsNoAddressIsAnsweredWithAnExample(endpoint: String) throws {
        let error = try failure(binding: endpoint)
        #expect(error?.message.contains("Write ipc:///absolute/path or tcp://host:port") == true)
    }

    @Test func anAddressOfAnotherMachineCannotBeBound() throws {
        let error = try failure(binding: "tcp://192.0.2.1:5555")
        #expect(error?.message.contains("this machine has no such address") == true)
    }
}
