import Calendars

/// What the owner of a cause writes. Its first line may be a command; everything else is kept in its story.
enum CauseCommand: Sendable, Hashable {
    /// `/found WORDS`: what brought it about.
    case found(String)
    /// `/mended WORDS`: what was done, so that it does not come back.
    case mended(String)
    /// `/later 2026-12-24`, and why.
    case later(CalendarDay, because: String)
    /// `/assign maelle`: whose it is.
    case assign(String, because: String)
    /// `/same CW-4QX2M7A`: it is one with another, and goes on there.
    case same(String)
    case note(String)
    /// What cannot be carried out, and why.
    case wrong(String)

    init(_ words: String) {
        let words = words.trimming(while: \.isWhitespace)
        guard words.first == "/", words.dropFirst().first?.isLetter == true else {
            self = words.isEmpty ? .wrong("There were no words of yours above the quoted text.") : .note(words)
            return
        }
        let command = words.prefix { !$0.isWhitespace }
        let rest = String(words.dropFirst(command.count)).trimming(while: \.isWhitespace)
        let first = String(rest.prefix { !$0.isWhitespace })
        let behind = String(rest.dropFirst(first.count)).trimming(while: \.isWhitespace)
        self =
            switch command.lowercased() {
            case "/note" where !rest.isEmpty: .note(rest)
            case "/found" where !rest.isEmpty: .found(rest)
            case "/mended" where !rest.isEmpty: .mended(rest)
            case "/found", "/mended", "/note": .wrong("\(command) needs words behind it: what was found, or done.")
            case "/later":
                CalendarDay(first).map { .later($0, because: behind) }
                    ?? .wrong("\"\(first)\" is no date; write /later 2026-12-24, and why.")
            case "/same" where !first.isEmpty: .same(first.uppercased())
            case "/same": .wrong("/same needs the reference of the other cause behind it.")
            case "/assign" where !first.isEmpty: .assign(first.lowercased(), because: behind)
            default:
                .wrong("\(command) is no command here; there are /found, /mended, /later, /assign, /same and /note.")
            }
    }
}
