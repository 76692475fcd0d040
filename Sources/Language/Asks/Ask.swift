/// Something a customer wants, in their own words.
package struct Ask: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case question
        case request
        case complaint
        case deadline
    }

    /// An exact part of the text.
    package var quote: String
    /// UTF-8 offsets of the quote in the text.
    package var start: Int
    package var end: Int
    package var kind: Kind
    /// The same from our side, in short: "how I return it" becomes "how you return it".
    package var paraphrase: String
}

/// Finds the asks of a message: questions, requests, complaints that ask by what they tell, and deadlines.
///
/// Sentence by sentence, with phrase lists for English, German, French and Spanish. Greetings, thanks, signatures and
/// quoted lines are passed over; so is venting that leaves nothing to be done.
package enum Asks {
    package static func extract(_ text: String) -> [Ask] {
        var asks: [Ask] = []
        for sentence in Letter.sentences(of: text) {
            for clause in Clauses.split(sentence) {
                if let kind = AskClassifier.kind(of: clause.text) { append(clause, kind, to: &asks) }
            }
            if let deadline = Deadlines.find(in: sentence) { append(deadline, .deadline, to: &asks) }
        }
        return asks
    }

    /// Whether a text of ours asks the customer, and does nothing else: behind greeting, thanks and regret every
    /// sentence asks for what only they can tell, or goes with one that does. A text that tells anything besides may be
    /// an answer, and is taken for one.
    package static func isAll(_ text: String) -> Bool {
        let roles = Letter.sentences(of: text).filter { !AskClassifier.isCourtesy($0.text) }
            .map { AskedBack.role(of: $0.text) }
        return roles.contains(.asks) && !roles.contains(.tells)
    }

    /// Whether a sentence of ours asks the customer for something, with a question mark or without, so that a reminder
    /// can ask it once more. The offer of further help asks for nothing.
    package static func asksBack(_ sentence: String) -> Bool { AskedBack.asks(sentence) }

    private static func append(_ span: TextSpan, _ kind: Ask.Kind, to asks: inout [Ask]) {
        asks.append(
            Ask(
                quote: span.text, start: span.utf8.lowerBound, end: span.utf8.upperBound, kind: kind,
                paraphrase: Paraphrase.of(span.text)))
    }
}
