import Dispatch

/// A conversation with a server about one folder.
///
/// Waiting for the server happens on a thread of its own, so that it blocks nobody else. After an error the
/// conversation is over: make another.
package actor IMAPFolder {
    /// What a folder says of itself when it is opened.
    package struct Opened: Sendable, Equatable {
        package var validity: UInt32
        /// The number that the next mail is going to have.
        package var next: UID?

        package init(validity: UInt32, next: UID?) {
            self.validity = validity
            self.next = next
        }
    }

    private let executor: QueueExecutor
    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    private let server: IMAPServer
    private let folder: String
    private let plug = CurlStream.Plug()
    private var stream: CurlStream?
    private var reader: ResponseReader
    private var number = 0
    private var validity: UInt32?
    package private(set) var capabilities: Set<String> = []

    package init(_ server: IMAPServer, folder: String) {
        self.server = server
        self.folder = folder
        executor = QueueExecutor(label: "imap \(server.place)")
        reader = ResponseReader(largestLiteral: server.largestMail)
    }

    /// Ends the conversation at once, whoever waits for what.
    package nonisolated func hangUp() { plug.pull() }

    // MARK: Opening

    /// Connects, logs in and opens the folder.
    /// - Parameter readOnly: whether nothing is going to be marked or moved.
    package func open(readOnly: Bool = false) throws -> Opened {
        stream = try CurlStream(server, plug: plug)
        try say("CAPABILITY") { response in
            if case .capability(let names) = response { capabilities.formUnion(names) }
        }
        var next: UID?
        try say("\(readOnly ? "EXAMINE" : "SELECT") \(FolderName.quoted(folder))") { response in
            if case .status(let condition) = response { next = condition.number("UIDNEXT") ?? next }
        }
        guard let validity else {
            throw IMAPError(
                .nonsense,
                "\(server.place) gives the folder \(folder) no UIDVALIDITY, so its mails cannot be told apart.")
        }
        return Opened(validity: validity, next: next)
    }

    // MARK: Reading

    /// The numbers of the mails from one on, in order.
    package func uids(from first: UID = 1) throws -> [UID] {
        var found: Set<UID> = []
        try say(first <= 1 ? "UID SEARCH ALL" : "UID SEARCH UID \(first):*") { response in
            if case .search(let uids) = response { found.formUnion(uids) }
        }
        // A range that ends in * holds the last mail always, wherever it begins.
        return found.filter { $0 >= first }.sorted()
    }

    /// What mails weigh, as far as the server says so.
    package func sizes(of uids: UIDSet) throws -> [UID: Int] {
        guard !uids.isEmpty else { return [:] }
        var sizes: [UID: Int] = [:]
        try say("UID FETCH \(uids) (UID RFC822.SIZE)") { response in
            guard case .fetch(let fetched) = response, let uid = fetched.uid, uids.contains(uid) else { return }
            sizes[uid] = fetched.size
        }
        return sizes
    }

    /// A mail as it is; nil where it is gone.
    package func mail(_ uid: UID) throws -> [UInt8]? { try body("BODY.PEEK[]", of: uid) }

    /// A mail's header fields; nil where it is gone.
    package func header(_ uid: UID) throws -> [UInt8]? { try body("BODY.PEEK[HEADER]", of: uid) }

    private func body(_ part: String, of uid: UID) throws(IMAPError) -> [UInt8]? {
        var body: [UInt8]?
        try say("UID FETCH \(uid) (UID \(part))") { response in
            if case .fetch(let fetched) = response, fetched.uid == uid, let found = fetched.body { body = found }
        }
        return body
    }

    // MARK: Marking

    package func markSeen(_ uid: UID) throws { try say("UID STORE \(uid) +FLAGS.SILENT (\\Seen)") }

    /// Moves a mail to another folder, which is made where there is none.
    package func move(_ uid: UID, to other: String) throws {
        let name = FolderName.quoted(other)
        let canMove = capabilities.contains("MOVE")
        let command = "UID \(canMove ? "MOVE" : "COPY") \(uid) \(name)"
        do {
            try say(command)
        } catch {
            guard error.code == .refused else { throw error }
            try say("CREATE \(name)")
            try say(command)
        }
        guard !canMove else { return }
        try say("UID STORE \(uid) +FLAGS.SILENT (\\Deleted)")
        if capabilities.contains("UIDPLUS") { try say("UID EXPUNGE \(uid)") }
    }

    // MARK: Waiting

    /// Whether the server can tell by itself that something came.
    package var canIdle: Bool { capabilities.contains("IDLE") }

    /// Waits until the server says that something changed, at most so long (IDLE, RFC 2177).
    package func idle(atMost limit: Duration) throws {
        let end = ContinuousClock.now + limit
        let tag = try begin("IDLE")
        var isWoken = false
        while !isWoken, let response = try next(until: end) {
            switch response {
            case .exists, .expunge: isWoken = true
            case .done(tag, let condition): throw refused("IDLE", condition)
            default: break
            }
        }
        try send("DONE\r\n")
        try finish(tag, "IDLE") { _ in }
    }

    /// Lets the server tell what it has to tell.
    package func noop() throws { try say("NOOP") }

    /// Says goodbye, as far as the server still listens.
    package func close() {
        if stream != nil { try? say("LOGOUT") }
        stream = nil
    }

    // MARK: Commands

    private func say(_ command: String, hear: (Response) -> Void = { _ in }) throws(IMAPError) {
        try finish(try begin(command), command, hear: hear)
    }

    private func begin(_ command: String) throws(IMAPError) -> String {
        number += 1
        let tag = "c\(number)"
        try send("\(tag) \(command)\r\n")
        return tag
    }

    private func finish(_ tag: String, _ command: String, hear: (Response) -> Void) throws(IMAPError) {
        // An answer may be long; what counts is that something comes.
        while true {
            guard let response = try next(until: .now + .seconds(server.answerSeconds)) else {
                throw IMAPError(.unreachable, "\(server.place) does not answer to \(word(command)).")
            }
            guard case .done(tag, let condition) = response else {
                hear(response)
                continue
            }
            guard condition.kind == .ok else { throw refused(command, condition) }
            return
        }
    }

    private func send(_ text: String) throws(IMAPError) {
        guard let stream else { throw IMAPError(.unreachable, "The folder is not open.") }
        try stream.send(Array(text.utf8), within: server.answerSeconds)
    }

    /// The next response; nil where none came in time.
    private func next(until end: ContinuousClock.Instant) throws(IMAPError) -> Response? {
        while true {
            if let pieces = reader.take() {
                let response = Response(pieces)
                if case .status(let condition) = response { try note(condition) }
                return response
            }
            guard let stream else { throw IMAPError(.unreachable, "The folder is not open.") }
            guard let bytes = try stream.receive(until: end) else { return nil }
            try reader.feed(bytes[...])
        }
    }

    /// What concerns the whole conversation, whenever it is said.
    private func note(_ condition: Response.Condition) throws(IMAPError) {
        if let number = condition.number("UIDVALIDITY"), number > 0 {
            if let validity, validity != number {
                throw IMAPError(.renumbered, "\(server.place) has given the mails of \(folder) other numbers.")
            }
            validity = number
        }
        if condition.kind == .bye, stream != nil {
            throw IMAPError(.unreachable, "\(server.place) ends the conversation: \(condition.text.prefix(300))")
        }
    }

    private func refused(_ command: String, _ condition: Response.Condition) -> IMAPError {
        IMAPError(
            .refused,
            "\(server.place) said \(condition.kind.rawValue) to \(word(command)): \(condition.text.prefix(300))")
    }

    private func word(_ command: String) -> String {
        let words = command.split(separator: " ").prefix(2)
        return words.first == "UID" ? words.joined(separator: " ") : String(words.first ?? "")
    }
}

/// Runs an actor's work on a queue of its own, where it may block.
private final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(label: String) { queue = DispatchQueue(label: label) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
