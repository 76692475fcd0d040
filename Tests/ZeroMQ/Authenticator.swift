import Testing
import ZeroMQ

/// Answers libzmq's questions about clients (ZAP, RFC 27), each with the same status, on a thread of its own.
final class Authenticator {
    private let orders: Mailbox<Never>
    private let thread: SocketThread

    init(context: Context, status: String) throws {
        let orders = try Mailbox<Never>()
        let isBound = try Wakeup()
        self.orders = orders
        thread = try SocketThread(name: "authenticator") {
            do {
                let socket = try Socket(.router, context: context)
                try socket.bind("inproc://zeromq.zap.01")
                isBound.signal()
                var poller = Poller([socket.pollItem], wakeup: orders.wakeup)
                while !orders.isClosed {
                    _ = try poller.wait()
                    while let question = try socket.receive() {
                        #expect(Array(question[4...]).first == bytes("test"))
                        let answer = [bytes(status), bytes("as told"), bytes("somebody"), []]
                        #expect(try socket.send(Array(question[0..<4]) + answer) == .sent)
                    }
                }
            } catch {
                Issue.record(error)
            }
        }
        var poller = Poller([], wakeup: isBound)
        _ = try poller.wait(timeout: patience)
    }

    deinit {
        orders.close()
        thread.join()
    }
}
