/// How a text is signed that no person wrote.
package enum Signature {
    /// What the desk signs with. A signature of the shop's own stands as it is; where there is none, it is in the language
    /// of the text, so that nobody reads an English name below words in their own language.
    package static func text(_ configured: String?, shop: String, language: String) -> String {
        if let configured { return configured }
        return switch language.prefix(2) {
        case "de": "Ihr Team von \(shop)"
        case "fr": "Votre équipe \(shop)"
        case "es": "Su equipo de \(shop)"
        default: "The people of \(shop)"
        }
    }
}
