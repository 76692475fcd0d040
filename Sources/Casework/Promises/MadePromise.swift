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
            let found = PromiseFinder.promises(in: promised.words, language: language, now: onDeskClock(now)).first
            let told = moments.first { promised.placeholders.contains($0.key) }
                .map(\.value.told)
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
        var parts: [Part] = []
        for found in PromiseFinder.promises(in: text, language: language, now: onDeskClock(now)) where found.isOpen {
            let part = Part(found, due: due(found, now))
            // Two phrases of one part say the same twice: the kind that is named most closely stands.
            if let same = parts.firstIndex(where: { $0.isSame(as: part) }) {
                if part.isCloser(than: parts[same]) { parts[same].promise.kind = part.promise.kind }
            } else {
                parts.append(part)
            }
        }
        return parts.map(\.promise)
    }

    /// A promise and where it stands.
    private struct Part {
        var promise: MadePromise
        var number: Int

        init(_ found: FoundPromise, due: Timestamp) {
            promise = MadePromise(kind: found.what, what: found.quote.onOneLine, due: due)
            number = found.part
        }

        func isSame(as other: Part) -> Bool {
            promise.what == other.promise.what && promise.due == other.promise.due && number == other.number
        }

        func isCloser(than other: Part) -> Bool {
            let order = PromiseKind.allCases
            return order.firstIndex(of: promise.kind) ?? 0 < order.firstIndex(of: other.promise.kind) ?? 0
        }
    }

    /// Moments are told by the minute, rounded up, and a minute that was told lasts to its end: what is due at 17:30 is in
    /// time while a clock shows 17:30.
    private static func endOfMinute(_ moment: Timestamp) -> Timestamp {
        Timestamp(milliseconds: (moment.milliseconds + 59_999) / 60_000 * 60_000 + 59_999)
    }

    /// The moment that the words name, or the end of the desk's day that they mean. Words that name neither are looked at
    /// again after a business day.
    private func due(_ found: FoundPromise, _ now: Timestamp) -> Timestamp {
        if let moment = moment(of: found, now) { return moment }
        // Hours count from when the words are sent, whether the desk is open then or not, unless they say so.
        if let span = found.span {
            let end =
                span.isWorking
                ? calendar.add(working: span.milliseconds, to: now.milliseconds) : now.milliseconds + span.milliseconds
            return Self.endOfMinute(Timestamp(milliseconds: end))
        }
        if let days = found.workingDays {
            let moment = calendar.add(businessDays: days, to: now.milliseconds)
            let closing = calendar.endOfBusinessDay(after: moment - 1)
            return Timestamp(milliseconds: closing)
        }
        guard let named = found.dueBy else {
            return Timestamp(milliseconds: calendar.sameTimeNextBusinessDay(after: now.milliseconds))
        }
        let latest = Timestamp(milliseconds: calendar.moment(nominal: named.milliseconds))
        let closings = (1...10).lazy.map { calendar.endOfBusinessDay(after: latest.milliseconds - $0 * Self.day) }
        guard let closing = closings.first(where: { $0 <= latest.milliseconds }), closing > now.milliseconds else {
            return max(latest, now)
        }
        return Timestamp(milliseconds: closing)
    }

    /// "Tomorrow" is the desk's: its clock, read as if it were one of UTC.
    private func onDeskClock(_ now: Timestamp) -> Timestamp {
        Timestamp(milliseconds: calendar.nominal(at: now.milliseconds))
    }

    /// The time of day that the words name, on their day, today or tomorrow; where the desk is closed then, when it closed last.
    private func moment(of found: FoundPromise, _ now: Timestamp) -> Timestamp? {
        guard let minutes = found.minutes else { return nil }
        let time = Int64(minutes) * 60_000
        // Whoever names no day means the next time that a clock shows it.
        let today = calendar.day(at: now.milliseconds).number
        let days = found.dueBy.map { [$0.milliseconds / Self.day] } ?? [today, today + 1]
        let moments = days.map { calendar.moment(nominal: $0 * Self.day + time) }
        guard let moment = moments.first(where: { $0 >= now.milliseconds }) else { return nil }
        let told = Self.endOfMinute(Timestamp(milliseconds: moment))
        guard !calendar.isOpen(at: moment) else { return told }
        let closing = calendar.endOfBusinessDay(after: now.milliseconds)
        guard closing < moment else { return told }
        let closings = (1...10).map { calendar.endOfBusinessDay(after: moment - $0 * Self.day) }
        let last = closings.first { $0 <= moment } ?? closing
        return last == moment ? told : Timestamp(milliseconds: last)
    }

    private static let day: Int64 = 86_400_000
}
