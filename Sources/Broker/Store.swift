package import StageProtocol

/// Where everything is kept. One transaction at a time, on the caller's thread.
package protocol Store: AnyObject {
    /// Runs a body against the store and commits what it did; an error from the body or the commit leaves nothing behind.
    /// - Throws: `StoreUnavailable` where the store itself failed, and whatever the body throws.
    func transaction<T>(_ body: (any StoreTransaction) throws -> T) throws -> T
    /// Reads without changing anything.
    func read<T>(_ body: (any StoreTransaction) throws -> T) throws -> T
    /// Leaves no byte behind of what was taken out by transactions before.
    /// - Returns: false where somebody who reads the store keeps that from being done for now.
    func scrub() throws -> Bool
}

/// The store cannot be read or written at all: its disk is full or broken. Any other error is about what was asked of it.
package struct StoreUnavailable: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}

/// The store within one transaction. Every change is seen by the reads that follow it.
///
/// A row goes in without its number and gets one. An `update` finds its row by number, leaves alone what never changes
/// (a case's reference, a text's words), and is nothing where there is none. An `insert` of a name that has to be unique
/// throws where it is there already. An error ends the transaction: a body that catches one must not go on.
/// Texts are compared byte by byte.
package protocol StoreTransaction {
    /// Counts one incarnation of the broker up; whoever held the one before has lost the store.
    func beginIncarnation() throws -> Int64
    /// The incarnation that holds the store.
    func incarnation() throws -> Int64

    // Cases.
    func insert(_ row: CaseRow) throws -> Int64
    func update(_ row: CaseRow) throws
    func findCase(_ id: Int64) throws -> CaseRow?
    func findCase(ref: String) throws -> CaseRow?
    /// A customer's cases, latest first.
    func cases(of customer: String, limit: Int) throws -> [CaseRow]
    /// Cases by status and by whose they are, latest change first; all where the status is nil.
    func cases(status: CaseStatus?, of whose: Whose, limit: Int, offset: Int) throws -> [CaseRow]
    /// Cases in which an address takes part, latest first.
    func cases(with participant: String, limit: Int) throws -> [CaseRow]
    /// Resolved cases that were last changed before a moment, the oldest first.
    func settledCases(before: Timestamp, limit: Int) throws -> [Int64]
    /// Open cases behind one, in the order of their numbers.
    func openCases(after id: Int64, limit: Int) throws -> [CaseRow]
    /// By which standards open cases were looked at last; nil where they never were.
    func standardsMark() throws -> StandardsMark?
    func put(_ mark: StandardsMark) throws
    /// Takes cases and submissions out with all that belongs to them. Files that another case has, and bytes that another
    /// submission needs, stay. A case that goes on from one of them goes on from none, and of what cases of the house say of
    /// one nothing is left (`Forgetting`): texts that name it go, mails as they came there, too.
    func erase(cases: [Int64], submissions: [Int64]) throws -> Erased
    /// Customers' open cases by owner.
    func load() throws -> [String: Int]
    /// Customers' cases by status.
    func countCases() throws -> [CaseStatus: Int]

    // Logs and sections.
    func insert(_ row: EntryRow, caseID: Int64) throws
    func entries(_ caseID: Int64) throws -> [EntryRow]
    func put(_ row: SectionRow, caseID: Int64) throws
    func sections(_ caseID: Int64) throws -> [SectionRow]
    /// One section of every case in which it changed at or after a moment, latest change first; of every case that has it
    /// where the moment is nil.
    func sections(named name: String, since: Timestamp?, limit: Int) throws -> [(row: CaseRow, body: Frame)]
    /// The same of the cases behind one, in the order of their numbers.
    func sections(named name: String, since: Timestamp?, after id: Int64, limit: Int) throws -> [(
        row: CaseRow, body: Frame
    )]

    // Keys that find a case, and who takes part in it.
    func index(_ key: String, caseID: Int64) throws
    /// Leads a key to a case, wherever it led before.
    func point(_ key: String, to caseID: Int64) throws
    func lookUp(_ key: String) throws -> Int64?
    func addParticipant(_ address: String, caseID: Int64) throws
    func isParticipant(_ address: String, caseID: Int64) throws -> Bool

    // Messages and timers.
    func insert(_ row: MessageRow) throws -> Int64
    func update(_ row: MessageRow) throws
    func findMessage(_ id: Int64) throws -> MessageRow?
    /// The number of the newest message.
    func lastMessage() throws -> Int64
    /// Messages that wait and become due in the half-open span, by id.
    func waiting(after: Timestamp, through: Timestamp) throws -> [MessageRow]
    /// When the next message after a moment becomes due.
    func nextDue(after: Timestamp) throws -> Timestamp?
    /// Makes due what waits for longer than it can have to: a clock that was ahead and has been set back wrote it. Timers keep
    /// their time, but for those that were tried in vain: theirs had come.
    func hurryStragglers(now: Timestamp, longestWait: Duration) throws
    /// The timers of a name that wait or are dead letters, by id.
    func timers(named name: String, stage: String, caseID: Int64) throws -> [MessageRow]
    func timers(_ caseID: Int64) throws -> [MessageRow]
    /// Timers that become due up to a moment, the soonest first.
    func timers(through: Timestamp, limit: Int) throws -> [MessageRow]
    func delete(message id: Int64) throws
    /// Gives a message other data.
    func replace(data: Frame?, message id: Int64) throws
    /// Dead letters in the order of their numbers, those after one.
    func dead(after id: Int64, limit: Int) throws -> [MessageRow]
    /// The dead letters about a submission.
    func dead(about submission: Int64) throws -> [MessageRow]
    func countMessages(_ state: MessageRow.State) throws -> Int
    /// How many messages were tried in vain and wait for a moment after one to be tried again.
    func countRetries(after: Timestamp) throws -> Int
    /// Forgets messages that were finished before a moment, a bounded number at a time.
    /// - Returns: how many.
    func forgetFinished(before: Timestamp, limit: Int) throws -> Int

    // Submissions.
    func insert(_ row: SubmissionRow) throws -> Int64
    func update(_ row: SubmissionRow) throws
    func findSubmission(_ id: Int64) throws -> SubmissionRow?
    func findSubmission(key: String) throws -> SubmissionRow?
    func countSubmissions() throws -> [SubmissionState: Int]
    func submissions(state: SubmissionState, limit: Int) throws -> [SubmissionRow]
    /// The first submission that brought the same bytes before this one did.
    func earlierSubmission(than row: SubmissionRow) throws -> SubmissionRow?
    /// Forgets what came in as it came, a bounded number at a time: of submissions that were settled before a moment and
    /// wait for nobody. Bytes stay that another submission still needs, and those that are attached to a case.
    /// - Returns: how many submissions.
    func forgetRaw(before: Timestamp, limit: Int) throws -> Int

    // Texts and promises.
    func insert(_ row: SayRow) throws -> Int64
    func update(_ row: SayRow) throws
    func findSay(_ id: Int64) throws -> SayRow?
    func findSay(name: String, caseID: Int64) throws -> SayRow?
    func says(_ caseID: Int64) throws -> [SayRow]
    /// Texts that were let go to an address since a moment, be it one of several and however its letters are cased.
    func countTexts(to address: String, since: Timestamp) throws -> Int
    func insert(_ row: PromiseRow) throws
    /// Enters that a promise was kept; false where it is over or there is none.
    func keep(promise name: String, caseID: Int64, at: Timestamp) throws -> Bool
    /// Enters that a promise is owed no more; false where it is over or there is none.
    func withdraw(promise name: String, caseID: Int64, at: Timestamp) throws -> Bool
    func promises(_ caseID: Int64) throws -> [PromiseRow]
    /// The promises of all cases, the latest due first.
    func promises(limit: Int) throws -> [(ref: String, status: CaseStatus, row: PromiseRow)]

    // What is counted by the hour.
    /// One more of something in the hour that begins at a moment.
    func count(_ series: String, _ value: String, hour: Timestamp) throws
    /// What was counted in the hours that begin within a half-open span, by hour and then by the value's bytes.
    func counts(_ series: String, from: Timestamp, until: Timestamp, limit: Int) throws -> [HourRow]

    // What operators asked of stages by command.
    func wishes() throws -> [String: Wish]
    /// Puts a wish in the place of the one before; nil takes it away.
    func put(_ wish: Wish?, stage: String) throws

    // The journal.
    func write(_ row: JournalRow) throws
    func journal(_ caseID: Int64) throws -> [JournalRow]

    // Blobs, in chunks.
    func blobSize(_ hash: String) throws -> (size: Int, stored: Int)?
    func putChunk(_ chunk: Frame, of hash: String, size: Int, offset: Int) throws
    func chunk(of hash: String, offset: Int) throws -> Frame?
    /// Notes that a case has a blob among its attachments.
    func attach(_ hash: String, caseID: Int64) throws
    /// Throws away what was stored of a blob whose bytes do not have the hash they were sent under.
    func deleteBlob(_ hash: String) throws
}
