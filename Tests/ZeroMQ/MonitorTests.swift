import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct MonitorTests {
    private let context: Context
    private let folder: TemporaryFolder

    init() throws {
        context = try Context()
        folder = try TemporaryFolder()
    }

    private func wait(for event: MonitorEvent, on monitor: borrowing Monitor) throws {
        #expect(try monitor.first { $0 == event } == event)
    }

    @Test func bothSidesTellOfAConnectionComingAndGoing() throws {
        let router = try Socket(.router, context: context)
        let routerMonitor = try router.monitor()
        let endpoint = try router.bind(folder.endpoint())
        func visit() throws {
            let dealer = try Socket(.dealer, context: context)
            let monitor = try dealer.monitor()
            try dealer.connect(endpoint)
            try wait(for: .connected(endpoint: endpoint), on: monitor)
            try wait(for: .ready(endpoint: endpoint), on: monitor)
        }
        try visit()
        try wait(for: .accepted(endpoint: endpoint), on: routerMonitor)
        try wait(for: .ready(endpoint: endpoint), on: routerMonitor)
        try wait(for: .disconnected(endpoint: endpoint), on: routerMonitor)
    }

    @Test func aConnectorThatReachesNobodyTellsThatItTriesAgain() throws {
        let dealer = try Socket(.dealer, context: context)
        let monitor = try dealer.monitor()
        try dealer.connect(folder.endpoint())
        let event = try monitor.first { if case .retrying = $0 { true } else { false } }
        #expect(event.description.contains("nobody answers on \(folder.endpoint())"))
    }

    @Test func aMonitorThatGoesFirstHoldsNothingUp() throws {
        let router = try Socket(.router, context: context)
        let endpoint = try router.bind(folder.endpoint())
        func watchBriefly() throws {
            let monitor = try router.monitor()
            // Whether it has something to tell yet, such as the goodbye of the peer before, does not matter here.
            _ = try monitor.next()
        }
        for _ in 0..<20 {
            try watchBriefly()
            let dealer = try Socket(.dealer, context: context)
            try dealer.connect(endpoint)
            try dealer.deliver([bytes("hello")])
            #expect(try router.next().last == bytes("hello"))
        }
    }

    @Test func whatAMonitorHeardCanBeReadAfterTheSocketHasGone() throws {
        let router = try Socket(.router, context: context)
        let endpoint = try router.bind(folder.endpoint())
        func connectAndClose() throws -> Monitor {
            let dealer = try Socket(.dealer, context: context)
            let monitor = try dealer.monitor()
            try dealer.connect(endpoint)
            try dealer.deliver([bytes("hello")])
            return monitor
        }
        let monitor = try connectAndClose()
        #expect(try monitor.next() == .connected(endpoint: endpoint))
    }

    @Test func aMonitorNobodyReadsDoesNotStopTheMessages() throws {
        let router = try Socket(.router, context: context)
        let monitor = try router.monitor()
        let endpoint = try router.bind(folder.endpoint())
        for _ in 0..<1000 {
            let dealer = try Socket(.dealer, context: context)
            try dealer.connect(endpoint)
            try dealer.deliver([bytes("hello")])
            #expect(try router.next().last == bytes("hello"))
        }
        #expect(try monitor.next() != nil)
    }
}
