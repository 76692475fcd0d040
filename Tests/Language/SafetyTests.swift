import FoundationEssentials
import Testing

@testable import Language

struct SafetyTests {
    static let fixtures = #filePath.replacing("SafetyTests.swift", with: "Fixtures")

    /// Emergencies as people write them, in four languages.
    @Test func hardlyAnEmergencyIsMissed() throws {
        let content = try #require(FileManager.default.contents(atPath: Self.fixtures + "/emergencies.csv"))
        let rows = try CSVReader.rows(Array(content), name: "emergencies.csv").dropFirst()
        let missed = rows.filter { row in
            !Safety.findings(in: row.fields[2]).contains { $0.kind.rawValue == row.fields[1] }
        }
        #expect(rows.count >= 80)
        #expect(missed.count <= 1, "\(missed.map { $0.fields[2] })")
    }

    @Test(arguments: [
        ("The kettle caught fire last night!", SafetyFinding.Kind.fire),
        ("There was smoke coming out of the toaster", .fire),
        ("My son was hurt when the glass shattered", .injury),
        ("I cut my hand on the broken plate and needed stitches", .injury),
        ("I got an electric shock from the lamp", .electricShock), ("Sparks came out of the plug", .electricShock),
        ("Someone is using my card, this is fraud", .fraud), ("My account was hacked", .fraud),
        ("I want to kill myself", .selfHarm),
        ("I don't want to live any more", .selfHarm), ("I know where you live", .threat),
        ("You will hear from my lawyer", .legalThreat), ("I'll take you to court", .legalThreat),
        ("Der Wasserkocher hat Feuer gefangen", .fire), ("Ich habe einen Stromschlag bekommen", .electricShock),
        ("Meine Tochter hat sich verletzt", .injury), ("Mein Anwalt wird sich melden", .legalThreat),
        ("Ich will nicht mehr leben", .selfHarm), ("La lampe a pris feu", .fire),
        ("Mon fils s'est brûlé la main", .injury),
        ("Je veux mourir", .selfHarm), ("J'ai reçu une décharge", .electricShock), ("Es una estafa", .fraud),
        ("Il bollitore ha preso fuoco", .fire), ("Mi sono tagliata con il bicchiere", .injury),
        ("Non voglio più vivere", .selfHarm), ("De waterkoker staat in brand", .fire),
        ("Ik heb een elektrische schok gekregen", .electricShock), ("Ik schakel mijn advocaat in", .legalThreat),
        ("A torradeira pegou fogo", .fire), ("O meu filho cortou-se e há sangue, fomos às urgências", .injury),
        ("Czajnik się zapalił", .fire), ("Nie chcę żyć", .selfHarm), ("Wiem gdzie mieszkasz", .threat),
        ("Ktoś mnie oszukał, to oszustwo", .fraud), ("La sartén echa humo", .fire), ("Me corté con el vaso", .injury),
        ("Voy a llamar a mi abogado", .legalThreat),
    ])
    func emergenciesAreFound(_ text: String, _ kind: SafetyFinding.Kind) {
        #expect(Safety.findings(in: text).map(\.kind).contains(kind))
    }

    @Test(arguments: [
        "Is the jug part of your fire sale?", "Do you sell fire pits and smoke detectors?",
        "I'd love the throw in burnt orange.",
        "The new mugs are to die for!", "Do you have bath bombs?", "The colour of the glue gun is wrong.",
        "We have an open fire, does the pan work?",
        "Nobody was hurt, luckily.", "The box arrived without injuries, haha.",
        "Deals are on fire today? Your sale is on fire!", "Which shot glasses do you have?",
        "One leg of the table is broken.", "The head of the screw came off.", "My card is not on file, can you check?",
        "Haben Sie Rauchmelder?", "Ist die Form feuerfest?", "La couleur verre fumé me plaît.",
        "¿Tienen bomba de baño?", "Where is my order?",
        "Avete la vasca con bomba da bagno?", "Verkopen jullie een rookmelder?", "Nikt nie został ranny.",
        "Vendem um detetor de fumo?", "Ninguém se feriu, felizmente.", "Hoe laat gaan jullie open?",
        "Does the lamp spark joy? It sparks joy.", "My melted chocolate bowl arrived.",
    ])
    func harmlessLookalikesAreNot(_ text: String) {
        #expect(Safety.findings(in: text) == [])
    }

    @Test func theWordsAreGivenAsTheyStand() {
        let text = "Help – the Toaster CAUGHT  fire"
        let finding = Safety.findings(in: text).first
        #expect(finding?.words == "CAUGHT  fire")
        #expect(finding.map { String(decoding: Array(text.utf8)[$0.utf8], as: UTF8.self) } == "CAUGHT  fire")
    }

    @Test func aLawyerIsNoEmergency() {
        #expect(!SafetyFinding.Kind.legalThreat.isEmergency)
        #expect(SafetyFinding.Kind.allCases.count(where: \.isEmergency) == 6)
    }
}
