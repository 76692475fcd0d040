import CZeroMQ
import Foundation
import StageProtocol

/// The floor of the transport: a ROUTER that sends back what a DEALER says, libzmq alone, 1 KiB a message over `ipc`.
enum Echo {
    static func run(messages: Int, window: Int = 256) throws {
        let endpoint = "ipc:///tmp/casewire-echo-\(getpid()).sock"
        // libzmq promises that a context may be used by any thread.
        nonisolated(unsafe) let context = zmq_ctx_new()
        let dealer = zmq_socket(context, ZMQ_DEALER)
        let server = Thread {
            let router = zmq_socket(context, ZMQ_ROUTER)
            zmq_bind(router, endpoint)
            var part = zmq_msg_t()
            for _ in 0..<(messages * 2) {
                zmq_msg_init(&part)
                _ = zmq_msg_recv(&part, router, 0)
                _ = zmq_msg_send(&part, router, zmq_msg_more(&part) != 0 ? ZMQ_SNDMORE : 0)
            }
            zmq_close(router)
        }
        server.start()
        zmq_connect(dealer, endpoint)
        let body = [UInt8](repeating: 120, count: 1024)
        var back = body
        let start = ContinuousClock.now
        for number in 0..<(messages + window) {
            if number < messages { zmq_send(dealer, body, body.count, 0) }
            if number >= window { zmq_recv(dealer, &back, back.count, 0) }
        }
        report(["messages_per_second": .double(Double(messages) / (ContinuousClock.now - start).seconds)])
        zmq_close(dealer)
        zmq_ctx_term(context)
    }
}
