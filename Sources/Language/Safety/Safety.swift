/// Words that mean that a person must look, in nearly all cases at once.
package struct SafetyFinding: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case injury
        case fire
        case electricShock = "electric-shock"
        case fraud
        case selfHarm = "self-harm"
        case threat
        /// Lawyers, courts, authorities: no emergency, but not for a machine to answer.
        case legalThreat = "legal-threat"
        /// Somebody close has died: nothing is dangerous, but no machine is to answer.
        case bereavement

        /// Whether somebody may come to harm, so that minutes count.
        package var isEmergency: Bool { self != .legalThreat && self != .bereavement }
    }

    package var kind: Kind
    /// As they stand in the text.
    package var words: String
    /// UTF-8 offsets in the text.
    package var utf8: Range<Int>
}

/// Finds emergencies by reviewed phrase lists in English, German, French, Spanish, Italian, Dutch, Portuguese and Polish.
///
/// All lists are always read: a message in an emergency may mix languages, and a wrong guess of the language must not hide
/// one. Each kind has harmless phrases that look alike ("fire sale", "burnt orange") and are taken out first.
package enum Safety {
    package static func findings(in text: String) -> [SafetyFinding] {
        let folded = FoldedText(text)
        let words = folded.strings
        let harmless = [SafetyPhrases.harmless, FurtherSafetyPhrases.harmless, Bereavement.harmless].flatMap {
            $0.matches(in: words).map(\.words)
        }
        let sentences = Sentences.split(text)
        var found: [SafetyFinding] = []
        let places =
            lists.map { ($0.kind, $0.list.matches(in: words).map(\.words)) }
            + [(.injury, Wounds.find(in: words)), (.bereavement, Bereavement.find(in: words))]
        for (kind, ranges) in places {
            var end = 0
            for range in ranges where range.lowerBound >= end {
                guard !harmless.contains(where: { $0.overlaps(range) }), !isDenied(range, in: words),
                    let span = folded.span(range, in: text),
                    kind != .bereavement || sentences.contains(where: { $0.holds(span) })
                else { continue }
                end = range.upperBound
                // The lists of two languages may share a word.
                guard !found.contains(where: { $0.kind == kind && $0.utf8.overlaps(span.utf8) }) else { continue }
                found.append(SafetyFinding(kind: kind, words: span.text, utf8: span.utf8))
            }
        }
        return found.sorted { $0.utf8.lowerBound < $1.utf8.lowerBound }
    }

    /// Whether something with a plug or a battery is spoken of.
    package static func namesDevice(_ text: String) -> Bool { devices.isFound(in: FoldedText(text).strings) }

    private static let devices = PhraseList(
        listing: """
            electric*, plug, plugs, plugged, socket, cable*, power cord, cord, wire, wires, battery, batteries, charger*,
            charging, kettle*, toaster*, lamp, lamps, light bulb, mixer*, blender*, heater*, iron, oven, microwave*,
            hotplate*, hob, grill, appliance*, device*, switched it on, turned it on, elektr*, stecker*, steckdose*, kabel*,
            akku*, batterie*, ladegerät*, wasserkocher*, lampe, lampen, mixer, bügeleisen, ofen, backofen, mikrowelle*,
            herd, gerät, geräts, geräte, électr*, prise, câble*, chargeur*, bouilloire*, grille pain, mixeur*, four,
            micro ondes, plaque, appareil*, fer à repasser, eléctric*, electric*, enchufe*, batería*, cargador*, hervidor*,
            tostador*, lámpara*, batidora*, plancha, horno, microondas, aparato*
            """)

    private static let lists =
        SafetyPhrases.byKind + AcuteSafetyPhrases.byKind + FurtherSafetyPhrases.byKind
        + [(.bereavement, Bereavement.phrases)]

    /// "nobody was hurt", "no injuries": said to calm. One word back only, so that "I did not see the smoke" still counts.
    private static func isDenied(_ match: Range<Int>, in words: [String]) -> Bool {
        guard match.lowerBound > 0 else { return false }
        let last = words[match.lowerBound - 1]
        if SafetyPhrases.denials.contains(last) || FurtherSafetyPhrases.denials.contains(last) { return true }
        guard match.lowerBound > 1 else { return false }
        let before = words[match.lowerBound - 2] + " " + words[match.lowerBound - 1]
        return SafetyPhrases.denyingPairs.contains(before)
    }
}
