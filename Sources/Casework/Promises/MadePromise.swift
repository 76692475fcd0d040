package import Calendars
package import StageProtocol

/// A promise of a text, as it goes into the ledger when the text has left. A writer who knows what it promises says so under
/// `promises` in the text's details; for other texts the voice finds them.
package struct MadePromise: Codable, Sendable, Hashable {
    /// What sort of thing is promised.
    package var kind: PromiseKind
    /// The words that promise it.
    package var what: String
    /// The last moment at which it is kept in time.
    package var due: Timestamp

    package init(kind: PromiseKind, what: String, due: Timestamp) {
        self.kind = kind
        self.what = what
        self.due = due
    }

    /// What will show that it was kept.
    package var evidence: String {
        kind == .contact
            ? "a word to the customer that is no receipt"
            : "a text to the customer that says it is done, or a colleague's /kept"
    }
}

/// Finds the promises of a text that are still to be kept.
package struct PromiseReader: Sendable {
    /// The desk's hours: a promise for a day is one for the hours of that day.
    private let calendar: BusinessCalendar

    package init(calendar: BusinessCalendar) { self.calendar = calendar }

    /// What a template's text promises: what it declares, and what else its words say.
    /// - Parameters:
    ///   - moments: what placeholders such as `next_word` stand for.
    ///   - terms: words that are the same for everybody, such as an article's: they bind the shop, but name no day of this
    ///     case ("within 2 days of your reply").
    package func promises(
        in text: Template.Rendered, moments: [String: Timestamp] = [:], terms: String = "", language: String?,
        now: Timestamp
    ) -> [MadePromise] {
        let declared = text.promises.compactMap { promised -> MadePromise? in
            let found = PromiseFinder.promises(in: promised.words, language: language, now: now).first
            let told = moments.first { promised.placeholders.contains($0.key) }?.value
            guard let due = told.map(Self.endOfMinute) ?? found.map({ self.due($0, now) }) else { return nil }
            return MadePromise(kind: found?.what ?? .contact, what: promised.words, due: due)
        }
        let known = declared.map(\.what) + [terms.onOneLine]
        return declared
            + promises(in: text.body, language: language, now: now).filter { found in
                !known.contains { $0.contains(found.what) || !$0.isEmpty && found.what.contains($0) }
            }
    }

    /// What a text promises by its words.
    package func promises(in text: String, language: String?, now: Timestamp) -> [MadePromise] {
        PromiseFinder.promises(in: text, language: language, now: now).filter(\.isOpen).map { found in
            MadePromise(kind: found.what, what: found.quote.onOneLine, due: due(found, now))
        }
    }

    /// Moments are told by the minute, rounded up: what is due at 17:30 is in time until 17:30:59.
    private static func endOfMinute(_ moment: Timestamp) -> Timestamp {
        Timestamp(milliseconds: (moment.milliseconds + 59_999) / 60_000 * 60_000 + 59_000)
    }

    /// The end of the desk's day that the words mean. Words that name no day are looked at again after a business day.
    private func due(_ found: FoundPromise, _ now: Timestamp) -> Timestamp {
        guard let latest = found.dueBy else {
            return Timestamp(milliseconds: calendar.sameTimeNextBusinessDay(after: now.milliseconds))
        }
        let day: Int64 = 86_400_000
        let closings = (1...10).lazy.map { calendar.endOfBusinessDay(after: latest.milliseconds - $0 * day) }
        guard let closing = closings.first(where: { $0 <= latest.milliseconds }), closing > now.milliseconds else {
            return max(latest, now)
        }
        return Timestamp(milliseconds: closing)
    }
}
