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

    @Test(arguments: [
        "My husband passed away, please close his account.", "My dad has died last week and I found your invoice",
        "I am writing because my mother, Rose Miller, is dead.", "We lost our son in March.",
        "After the death of my wife I can't keep the parcel", "I'm the executor, the account holder died in May",
        "Mum died on Sunday. Please stop the letters.", "the deceased had ordered a lamp from you",
        "Please change the name, my late husband was the customer.", "My grandmother sadly died.",
        "Mein Vater ist verstorben.", "leider ist mein Mann letzte Woche gestorben", "Meine Frau ist tot.",
        "Nach dem Tod meines Vaters löse ich den Haushalt auf", "wir haben unseren Sohn verloren",
        "Wegen eines Todesfalls brauchen wir die Gläser nicht mehr", "Oma ist gestorben, was wird aus der Bestellung?",
        "Ma mère est décédée.", "mon père est mort la semaine dernière", "Suite au décès de mon mari, fermez le compte",
        "J'ai perdu mon épouse en mars", "la mort de mon frère", "Maman est morte.",
        "Mi padre falleció.", "mi abuela ha muerto y había pedido un plato", "Murió mi marido",
        "He perdido a mi esposa",
        "tras el fallecimiento de mi madre", "la muerte de mi hermano", "Mia madre è deceduta", "Mijn man is overleden",
        "O meu pai faleceu", "Mój ojciec zmarł",
    ])
    func aDeathInTheFamilyIsHeard(_ text: String) {
        #expect(Safety.findings(in: text).map(\.kind).contains(.bereavement))
    }

    @Test(arguments: [
        "My phone died before I could finish the order.", "The kettle my mother gave me died after a week.",
        "My husband says the blender is dead.", "My wife bought a lamp and it died.",
        "I lost my mother's ring in the box.",
        "The toaster is dead. My husband is annoyed.", "I asked my husband. Dead it is.",
        "My son nearly died laughing.", "It came late, my mother was waiting.",
        "The kettle is kind of dead.", "I lost my receipt, my husband paid.", "The battery is dead on arrival.",
        "My brother is dead set on the blue one.", "Das Gerät ist tot, sagt mein Mann.",
        "Mein Vater hat gesagt, dass der Akku tot ist.", "Meine Mutter hat den Beleg verloren.",
        "Die Farben sind verschieden.", "Prima, aber der Akku ist tot.", "Mon mari dit que le robot est mort.",
        "Mon grille-pain est mort.", "J'ai perdu le reçu de ma mère.", "Mi madre dice que la batería ha muerto.",
        "El móvil ha muerto.", "He perdido el recibo de mi padre.", "Mi hermano estaba muerto de risa.",
        "Nobody died, luckily.", "My husband has not died, the record is wrong.",
        "A gift for my mother's funeral home?",
    ])
    func aDeadBatteryIsNoDeath(_ text: String) {
        #expect(!Safety.findings(in: text).map(\.kind).contains(.bereavement))
    }

    @Test func theWordsAreGivenAsTheyStand() {
        let text = "Help – the Toaster CAUGHT  fire"
        let finding = Safety.findings(in: text).first
        #expect(finding?.words == "CAUGHT  fire")
        #expect(finding.map { String(decoding: Array(text.utf8)[$0.utf8], as: UTF8.self) } == "CAUGHT  fire")
    }

    @Test func neitherALawyerNorADeathIsAnEmergency() {
        #expect(!SafetyFinding.Kind.legalThreat.isEmergency && !SafetyFinding.Kind.bereavement.isEmergency)
        #expect(SafetyFinding.Kind.allCases.count(where: \.isEmergency) == 6)
    }
}
