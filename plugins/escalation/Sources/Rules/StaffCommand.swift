import Casework

/// What a colleague's mail asks for. Its first line may be a command; everything else are words for the customer.
enum StaffCommand: Sendable, Hashable {
    /// Words for the customer.
    case answer(String)
    /// `/note …`: for the case's story only.
    case note(String)
    /// `/resolve`, and below it the words that settle the case, if there are any.
    case resolve(String)
    /// `/kept`: what was promised is done, all of it or the promise with a number; below it words for the customer, if there
    /// are any.
    case kept(Int?, String)
    /// `/topic refund-status`, `/mood upset`: what was really meant; below it another command, or words for the customer.
    case correct(Review.Subject, String, rest: String)
    /// `/assign maelle`: somebody else looks after the case; below it why.
    case assign(String, because: String)
    /// `/wait customer`, or `/wait the maker: the spare lid`: from whom the next word is awaited, and what; `/wait nobody` ends it.
    case wait(from: String, what: String)
    /// `/did …`, `/move …`, `/quiet …`: what was done about feedback, whose it is, or why nothing is to be done: survey sees to it.
    case feedback
    /// `/cause WORDS`, or `/cause damaged-item: WORDS`: what should not happen again, and what it is known by.
    case cause(String, key: String?)
    /// A line that begins like a command and is none.
    case unknown(String)
    /// Nothing was written.
    case empty

    init(_ words: String) {
        let words = words.trimming(while: \.isWhitespace)
        guard !words.isEmpty else {
            self = .empty
            return
        }
        let line = words.prefix { !$0.isNewline }
        guard line.first == "/", line.dropFirst().first?.isLetter == true else {
            self = .answer(words)
            return
        }
        let command = line.prefix { !$0.isWhitespace }
        let rest = String(words.dropFirst(command.count)).trimming(while: \.isWhitespace)
        switch command.lowercased() {
        case "/did", "/move", "/quiet": self = .feedback
        case "/note": self = rest.isEmpty ? .empty : .note(rest)
        case "/resolve": self = .resolve(rest)
        case "/topic", "/mood":
            let word = String(rest.prefix { !$0.isWhitespace })
            let below = String(rest.dropFirst(word.count)).trimming(while: \.isWhitespace)
            self =
                word.isEmpty
                ? .empty : .correct(command.lowercased() == "/mood" ? .mood : .topic, word.lowercased(), rest: below)
        case "/kept":
            let number = Int(rest.prefix(while: \.isNumber))
            self = .kept(
                number, number == nil ? rest : String(rest.drop(while: \.isNumber)).trimming(while: \.isWhitespace))
        case "/assign":
            let person = String(rest.prefix { !$0.isWhitespace })
            let reason = String(rest.dropFirst(person.count)).trimming(while: \.isWhitespace)
            self = person.isEmpty ? .empty : .assign(person.lowercased(), because: reason)
        case "/wait":
            let parts = rest.prefix { !$0.isNewline }.split(
                separator: ":", maxSplits: 1, omittingEmptySubsequences: false
            )
            .map { String($0).trimming(while: \.isWhitespace) }
            let whom = parts.first ?? ""
            self = whom.isEmpty ? .empty : .wait(from: whom, what: parts.count > 1 ? parts[1] : "")
        case "/cause":
            let key = rest.prefix { $0.isLowercase || $0.isNumber || $0 == "-" }
            let words = String(rest.dropFirst(key.count + 1)).trimming(while: \.isWhitespace)
            let hasKey = !key.isEmpty && rest.dropFirst(key.count).first == ":" && !words.isEmpty
            self = rest.isEmpty ? .empty : hasKey ? .cause(words, key: String(key)) : .cause(rest, key: nil)
        default: self = .unknown(String(command))
        }
    }
}
