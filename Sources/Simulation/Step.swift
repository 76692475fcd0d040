/// One thing that happens in a run.
///
/// Every step can be taken in every state: one that has become pointless does nothing. So any part of a run is a run, and
/// a long failing one can be made short. What a step still leaves open is decided by its `salt`.
package enum Step: Sendable, Hashable {
    /// A customer, or somebody about their case, writes.
    case write(customer: Int, Writing, salt: UInt64)
    /// A process of intake hands in what was written and is not accepted yet.
    case submit(peer: Int)
    /// The broker takes what has arrived, in an order of its own, and beats.
    case beat(salt: UInt64)
    /// A process hears what was said to it.
    case listen(peer: Int)
    /// A handler of a process does the next part of its work.
    case work(peer: Int, Conduct, salt: UInt64)
    /// Most processes hear what was said to them and work honestly, in any order.
    case round(salt: UInt64)
    /// A process looks at the clock.
    case tick(peer: Int)
    /// Time passes for everybody.
    case pass(milliseconds: Int64)
    /// A process stops moving, with its connection open.
    case freeze(peer: Int)
    /// A frozen process goes on.
    case thaw(peer: Int)
    /// A connection breaks and is made anew: what was on its way is lost, and nobody is told.
    case cut(peer: Int)
    /// A process is killed, and another one started in its place.
    case kill(peer: Int)
    /// The last message of a process arrives twice.
    case double(peer: Int)
    /// A message of a process arrives spoilt.
    case spoil(peer: Int, salt: UInt64)
    /// The broker is killed and started again under one of several configurations.
    case restart(configuration: Int)
    /// The store fails in the next transaction.
    case fail(MemoryStore.Fault)
    /// The store has room again.
    case makeRoom
    /// The wall clock is set forward or back.
    case setClock(seconds: Int64)
    /// An operator asks how things stand.
    case ask
    /// A process asks for what it may know, or may not.
    case question(peer: Int, salt: UInt64)
    /// A colleague says something of a case by command, having looked at it now or some time ago.
    case word(salt: UInt64)
    /// An operator lets in what is parked, or gives it up.
    case parked(salt: UInt64)
    /// An operator erases a customer.
    case erase(customer: Int)
    /// An operator replays the oldest dead letter.
    case replay
    /// The broker, as it runs, takes over another configuration.
    case reload(configuration: Int)
    /// An operator drains a stage, or lets it go on.
    case drain(stage: Int, undo: Bool)

    /// What is written.
    package enum Writing: Sendable, Hashable, CaseIterable {
        case new, followUp, again, reply, vote, note, odd
    }

    /// How a handler behaves.
    package enum Conduct: Sendable, Hashable, CaseIterable {
        case honest
        /// Says that it failed, and may try again.
        case fail
        /// Says that it can never do this.
        case giveUp
        /// Asks for what its stage may not do.
        case overreach
        /// Hangs, and answers later, or never.
        case hang
        /// A handler that hung answers.
        case wakeUp
        /// Asks for more time.
        case extend
        /// The voice says that it is done, and not what with.
        case shirk
    }
}
