/// How many processes of a stage there are, between a least and a most, as its queue has it.
///
/// Every five seconds it looks. Where at two looks in a row at least four messages wait for each process, there is one more;
/// where at twelve in a row, a minute, nothing waits and one process fewer would do, there is one less. Between the two
/// nothing changes, and after each change it counts from the beginning: so it does not swing.
struct ReplicaRule {
    /// How often it looks.
    static let interval = Duration.seconds(5)
    static let crowd = 4
    static let looksToGrow = 2
    static let looksToShrink = 12

    private(set) var aim = 0
    private var crowded = 0
    private var idle = 0

    /// How many there are to be where nothing new was seen.
    mutating func aim(within range: ClosedRange<Int>) -> Int {
        aim = min(max(aim, range.lowerBound), range.upperBound)
        return aim
    }

    /// How many there are to be after a look.
    /// - Parameters:
    ///   - waiting: messages that could be worked and that no process has room for.
    ///   - holding: messages that processes hold.
    mutating func look(waiting: Int, holding: Int, within range: ClosedRange<Int>) -> Int {
        let now = aim(within: range)
        crowded = waiting >= Self.crowd * max(now, 1) ? crowded + 1 : 0
        idle = waiting == 0 && holding < now ? idle + 1 : 0
        if crowded == Self.looksToGrow { return change(to: now + 1, range) }
        if idle == Self.looksToShrink { return change(to: now - 1, range) }
        return now
    }

    private mutating func change(to number: Int, _ range: ClosedRange<Int>) -> Int {
        (crowded, idle, aim) = (0, 0, number)
        return aim(within: range)
    }
}
