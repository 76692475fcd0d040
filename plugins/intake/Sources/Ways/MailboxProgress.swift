import IMAP

/// How far a folder has been read: which of its mails are on the broker's disk.
///
/// A hint: whoever loses it reads the folder anew, and the broker knows each mail again by its name. No I/O.
struct MailboxProgress: Sendable, Equatable {
    private(set) var validity: UInt32 = 0
    private(set) var taken = UIDSet()
    /// Beyond this many gaps the oldest are taken for closed: UIDs only ever grow.
    private static let mostRanges = 500

    init() {}

    /// Starts with the folder as it is now.
    /// - Returns: whether its mails have other numbers than before, so that all are read again.
    mutating func begin(_ opened: IMAPFolder.Opened) -> Bool {
        let isKnown = validity == opened.validity
        // The next number never shrinks: a server on which it does was restored, or starts counting anew in silence.
        let hasShrunk = opened.next.map { next in taken.highest.map { next <= $0 } ?? false } ?? false
        if isKnown, !hasShrunk { return false }
        let wasRead = validity != 0
        validity = opened.validity
        taken = UIDSet()
        return wasRead
    }

    /// Those of the folder's mails that are to be read, in order.
    func wanted(_ listed: [UID]) -> [UID] { Set(listed).filter { !taken.contains($0) && $0 > 0 }.sorted() }

    /// Where to look for new ones.
    var next: UID { taken.highest.map { $0 == .max ? .max : $0 + 1 } ?? 1 }

    /// - Parameter waiting: those that were asked for and have not come; whatever else happens, they stay wanted.
    mutating func take(_ uid: UID, waiting: some Collection<UID> = []) {
        taken.insert(uid)
        taken.fillGaps(downTo: Self.mostRanges, sparing: waiting)
    }
}

extension MailboxProgress {
    /// Two words: the folder's UIDVALIDITY, and the numbers that were taken.
    var text: String { "\(validity) \(taken)\n" }

    /// Reads what `text` wrote; nil for anything else.
    init?(text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, let validity = UInt32(first), words.count <= 2 else { return nil }
        self.validity = validity
        guard words.count == 2 else { return }
        guard let taken = UIDSet(String(words[1])) else { return nil }
        self.taken = taken
    }
}
