import ZeroMQ

/// What the front thread waits for: its doors, whoever knocks at them, and what the mind says. A new one is made when a door
/// is opened or closed.
struct Lookout {
    /// The connections to the locked doors.
    let watches: [(door: String, watch: Door.Watch)]
    private var reading: Poller
    /// How many doors there are.
    private let count: Int
    /// While too much waits to be decided, only what the mind says, and who knocks, is waited for.
    private var holding: Poller

    init(_ doors: [Door], tap: Door, _ gatekeeper: Gatekeeper?, wakeup: Wakeup) {
        count = doors.count
        watches = (doors + [tap]).compactMap { door in door.watch.map { (door.name, $0) } }
        let gate = watches.map { $1.monitor.pollItem } + (gatekeeper.map { [$0.socket.pollItem] } ?? [])
        reading = Poller(doors.map { $0.socket.pollItem } + gate, wakeup: wakeup)
        holding = Poller(gate, wakeup: wakeup)
    }

    /// - Returns: the places of the doors at which something has come; each empty look at another costs a system call.
    mutating func wait(isHeldBack: Bool, timeout: Duration) throws -> [Int] {
        guard !isHeldBack else {
            _ = try holding.wait(timeout: timeout)
            return []
        }
        let ready = try reading.wait(timeout: timeout)
        return (0..<count).filter { ready[$0] }
    }
}
