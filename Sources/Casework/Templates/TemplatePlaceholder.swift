/// What a template can be filled with.
package enum TemplatePlaceholder {
    /// Every placeholder and what it stands for; `templates/README.md` says the same.
    package static let meanings: [(name: String, meaning: String)] = [
        ("shop", "the shop's name"),
        ("reference", "the case's reference, such as HT-7K2M"),
        ("name", "the customer's name, where they gave it"),
        ("advocate", "the first name of the person who looks after the case"),
        ("desk", "the desk's name, said where no advocate is named yet"),
        ("signature", "how the text is signed: advocate or desk"),
        ("received", "when the customer's words arrived, in their time zone"),
        ("next_word", "the day and time by which the next word comes"),
        ("answer", "the answer itself"),
        ("questions", "one or two questions"),
        ("news", "what has happened since the last word"),
        ("awaited", "who or what is waited for, and until when"),
        ("next_step", "what happens next or what the customer can do"),
        ("apology", "what we are sorry for, in plain words"),
        ("make_good", "what is offered to make up for it"),
        ("previous", "who looked after the case before"),
        ("summary", "what is known so far, so that nobody has to repeat it"),
        ("link", "an address to open"),
        ("page", "the address of the customer's own page about the case"),
        ("unsubscribe", "an address that ends such mails with one click"),
        ("staff_name", "the first name of the staff member"),
        ("words", "the words in question, quoted"),
        ("understood", "what was understood: topic, mood, asks"),
        ("deadline", "the moment the answer is due; none where it is due at once, or nothing is"),
        ("idle", "there where the next word is the customer's and nothing is due now, for a section"),
        ("settled", "there where the case is resolved and nothing is due, for a section"),
        ("remaining", "how much time is left"),
        ("findings", "what the gate found: rule, words, better wording"),
        ("article", "a knowledge article that may help"),
        ("calm", "there where the customer is calm, for a section"),
        ("worried", "there where the customer is worried, for a section"),
        ("upset", "there where the customer is upset, for a section"),
        ("angry", "there where the customer is angry, for a section"),
        ("happy", "there where the customer is happy, for a section"),
        ("sorry", "there where the text says already that we are sorry, for a section"),
        ("danger", "there where something may burn or be live, in updates where anybody may be hurt, for a section"),
        ("injury", "there where somebody was hurt, or may be by what has no plug, for a section"),
        ("urgent", "there where somebody is called at any hour, for a section"),
        ("fraud", "there where a card or an account may be misused, for a section"),
        ("distress", "there where the customer may do themselves harm, for a section"),
        ("bereavement", "there where somebody close to the customer has died, for a section"),
        ("yours", "there where it is about the reader's own, for a section"),
        ("person", "there where the customer asks for a person, for a section"),
        ("corrected", "there where it takes the place of what was told before, for a section"),
        ("promise", "a section whose words are a promise, for the ledger"),
    ]

    /// Those that stand for a moment: in the words of a promise they say until when.
    static let moments: Set = ["next_word", "deadline"]

    /// A moment, as a text may name it.
    package static let sampleDay = "2099-11-30"
    /// A value for what is no moment.
    package static let sampleWords = "…"

    /// A value for each, of no language: a day for moments, nothing to object to for the others. The customer is angry.
    static let samples = Dictionary(
        meanings.map { ($0.name, moments.contains($0.name) ? sampleDay : sampleWords) },
        uniquingKeysWith: { first, _ in first }
    ).filter { !["calm", "worried", "upset", "happy", "idle", "settled", "sorry", "corrected"].contains($0.key) }

    /// The names alone.
    package static let names = Set(meanings.map(\.name))
}
