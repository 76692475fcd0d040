import Casework
import Clocks
import StageProtocol

/// A promise to the customer, as the case's log tells it.
struct Promise: Sendable, Hashable {
    /// Counted from 1 in the case, in the order in which they were made.
    var number: Int
    var name: String
    /// What sort of thing it is, as the gate calls it.
    var kind: String?
    var what: String
    var due: Timestamp
    /// When it was made, and where in the log that stands.
    var at: Timestamp
    var seq: Int
    /// On whose authority: the person who wrote it, or in whose name it was.
    var by: String?
    /// Whether the log says that it was kept, or that it is owed no more.
    var isOver = false

    /// Whether it is a word that an answer or a question promised on top of itself.
    var isFurther = false

    /// Whether any word to the customer keeps it.
    var isWord: Bool { kind == PromiseKind.contact.rawValue }
    var clock: String { ClockName.promise(name) }
}

extension Promise {
    /// The text that keeps it: for a word any that is no receipt, for a thing one that says that it is done, or whose
    /// writer did.
    func kept(by told: [Story.Told]) -> Story.Told? {
        told.first { text in
            guard text.seq > seq else { return false }
            if text.keeps.contains(name) { return true }
            if isFurther { return Purpose.furtherWord.contains(text.purpose) }
            if isWord { return !Purpose.noWord.contains(text.purpose) }
            if let kind = kind.flatMap(PromiseKind.init), DoneThing.isTold(kind, what, in: text.text) { return true }
            return PromiseFinder.promises(in: text.text, now: text.at).contains {
                $0.what.rawValue == kind && !$0.isOpen
            }
        }
    }
}
