import Casework
import Language

/// What a customer has given already, of the things that articles ask for. Who has told their order number and is asked for it knows
/// that nobody has read their words.
struct Given: Sendable, Hashable {
    var orderNumber = false
    var photo = false

    init() {}

    init(_ contacts: [Contact]) {
        orderNumber = contacts.contains {
            Self.bearsNumber([$0.subject, $0.words].compactMap { $0 }.joined(separator: "\n"))
        }
        photo = contacts.contains {
            $0.attachments.contains { $0.media_type.lowercased().hasPrefix("image/") && !$0.inline }
        }
    }

    /// What of it a passage asks for all the same, in words for a colleague.
    func asked(in passage: Passage) -> [String] {
        let text = [passage.opening, passage.text].compactMap { $0 }.joined(separator: "\n\n")
        let asking = Sentences.split(text).map { FoldedText($0.text).strings }.filter {
            Self.replies.isFound(in: $0) && !Self.conditions.contains($0.first ?? "")
        }
        var asked: [String] = []
        if orderNumber, asking.contains(where: Self.numbers.isFound) { asked.append("the order number") }
        if photo, asking.contains(where: Self.photos.isFound) { asked.append("a photo") }
        return asked
    }

    /// Whether a text names an order: five digits and more near a word for it, or letters and digits as one.
    private static func bearsNumber(_ text: String) -> Bool {
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "#" }.map { $0.lowercased() }
        return words.indices.contains { index in
            let digits = words[index].count(where: \.isNumber)
            guard digits >= 4 else { return false }
            let before = words[max(0, index - 4)..<index]
            let isNamed = before.contains { word in Self.orders.contains { word.hasPrefix($0) } }
            let isCode = words[index].first?.isLetter == true && words[index].contains("-")
            return isNamed && (digits >= 5 || isCode || before.contains { Self.counts.contains($0) })
        }
    }

    private static let orders = ["order", "bestell", "auftrag", "commande", "pedido"]
    private static let counts: Set = ["number", "no", "nr", "nummer", "numéro", "n", "número", "num"]

    /// What is asked for in a case that may come is not asked for now.
    private static let conditions: Set = ["if", "once", "when", "wenn", "falls", "sollte", "si", "cuando"]

    private static let replies = PhraseList([
        "reply", "send us", "antworten sie", "schicken sie", "senden sie", "répondez", "envoyez", "responda",
        "envíenos",
    ])
    private static let numbers = PhraseList([
        "order number", "bestellnummer", "numéro de commande", "número de pedido",
    ])
    private static let photos = PhraseList(["photo*", "picture*", "foto*", "bild*"])
}
