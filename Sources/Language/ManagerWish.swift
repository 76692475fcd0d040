/// Whether somebody asks for a person in charge, in English, German, French or Spanish.
///
/// Known by whole phrases: a ladder is a "Leiter", a knife a chef's, and a page may be called management.
package enum ManagerWish {
    package static func isIn(_ text: String) -> Bool {
        Sentences.split(text).contains { phrases.isFound(in: FoldedText($0.text).strings) }
    }

    private static let phrases = PhraseList(english + german + french + spanish)

    private static let english =
        phrases(
            """
            speak to _, speak with _, talk to _, talk with _, complain to _, connect me to _, connect me with _, put me
            through to _, escalate this to _, escalate it to _
            """, before: "manager, managers, supervisor, superior, superiors, boss, management, director")
        + phrases(
            """
            your, want a, want the, need a, need the, demand a, demand the, insist on a, insist on the, get me a, get me
            the, get a, get the
            """, before: "manager, supervisor, boss")
        + PhraseList.phrases(
            in: "your superiors, your director, somebody in charge, someone in charge, person in charge")

    private static let german =
        phrases(
            """
            chef, chefin, vorgesetzte, vorgesetzten, geschäftsführer, geschäftsführerin, geschäftsführung,
            geschäftsleitung, abteilungsleiter, abteilungsleiterin, teamleiter, teamleiterin, filialleiter, leiter,
            leiterin, manager, managerin
            """, before: "sprechen, reden, verbinden")
        + phrases(
            """
            ihr, ihre, ihren, ihrem, ihrer, verlange _, fordere _, will den, will die, will einen, möchte den, möchte einen
            """,
            before: """
                chef, chefin, vorgesetzte, vorgesetzten, vorgesetzter, geschäftsführer, geschäftsführerin,
                geschäftsführung, geschäftsleitung, abteilungsleiter, abteilungsleiterin, teamleiter, teamleiterin
                """)
        + ["mit _ vorgesetzten"]

    private static let french =
        phrases(
            """
            parler à _, parler a _, parler au, parler avec _, contacter _, passez moi _, me passer _, exige _, exige de
            voir _, veux un, veux le, veux la, veux une, voudrais un, voudrais le
            """, before: "responsable, supérieur, supérieure, directeur, directrice, manager, patron")
        + phrases(
            "parler à, parler a, parler avec, contacter", before: "la direction, votre direction, votre chef, le chef")
        + phrases("votre", before: "responsable, supérieur, supérieure, directeur, directrice, chef, patron")

    private static let spanish =
        phrases(
            """
            hablar con _, hablo con _, páseme con _, pásenme con _, pasen con _, pónganme con _, póngame con _,
            contactar con _
            """,
            before: """
                encargado, encargada, responsable, jefe, jefa, gerente, supervisor, supervisora, director, directora,
                superior, dirección
                """)
        + phrases(
            "su, quiero al, quiero un, quiero una, quiero ver al, exijo un, exijo al, exijo ver _",
            before: "encargado, encargada, jefe, jefa, gerente, supervisor, supervisora, director, directora")

    /// Every beginning with every end behind it.
    private static func phrases(_ beginnings: String, before ends: String) -> [String] {
        PhraseList.phrases(in: beginnings).flatMap { beginning in
            PhraseList.phrases(in: ends).map { "\(beginning) \($0)" }
        }
    }
}
