/// Names of months, weekdays and numbers in the gate's languages, folded.
enum DateWords {
    static let months: [String: Int] = numbered([
        "january januar janvier enero jan", "february februar fevrier febrero feb", "march maerz mars marzo mar",
        "april avril abril apr", "may mai mayo", "june juni juin junio jun", "july juli juillet julio jul",
        "august aout agosto aug", "september septembre septiembre sept sep",
        "october oktober octobre octubre oct okt", "november novembre noviembre nov",
        "december dezember decembre diciembre dec dez",
    ])

    /// Monday is 1.
    static let weekdays: [String: Int] = {
        var weekdays = numbered([
            "monday montag lundi lunes", "tuesday dienstag mardi martes", "wednesday mittwoch mercredi miercoles",
            "thursday donnerstag jeudi jueves", "friday freitag vendredi viernes",
            "saturday samstag sonnabend samedi sabado",
            "sunday sonntag dimanche domingo",
        ])
        // Freitagmittag, Freitagabend.
        for (name, number) in weekdays where name.hasSuffix("tag") || name == "mittwoch" {
            for part in ["mittag", "abend", "morgen", "vormittag", "nachmittag", "s"] { weekdays[name + part] = number }
        }
        return weekdays
    }()

    /// Montagmorgen, Freitagabend.
    static let weekdayParts = weekdays.keys.filter { name in
        ["mittag", "abend", "morgen"].contains { name.hasSuffix($0) }
    }.sorted()

    /// Montagmorgen, Freitagmorgen.
    static let mornings = Set(weekdayParts.filter { $0.hasSuffix("morgen") })

    static let numbers: [String: Int] = {
        var numbers = numbered([
            "one ein eins eine einem einer einen un une uno una", "two zwei deux dos", "three drei trois tres",
            "four vier quatre cuatro", "five fuenf cinq cinco", "six sechs seis", "seven sieben sept siete",
            "eight acht huit ocho", "nine neun neuf nueve", "ten zehn dix diez", "eleven elf onze once",
            "twelve zwoelf douze doce", "thirteen dreizehn treize trece", "fourteen vierzehn quatorze catorce",
            "fifteen fuenfzehn quinze quince",
        ])
        for (text, value) in [
            ("twenty zwanzig vingt veinte", 20), ("thirty dreissig trente treinta", 30),
            ("forty vierzig quarante cuarenta", 40), ("fifty fuenfzig cinquante cincuenta", 50),
            ("sixty sechzig soixante sesenta", 60), ("eighty achtzig ochenta", 80), ("hundred hundert cent cien", 100),
        ] {
            for word in text.split(separator: " ") { numbers[String(word)] = value }
        }
        return numbers
    }()

    private static func numbered(_ names: [String]) -> [String: Int] {
        var numbers: [String: Int] = [:]
        for (offset, line) in names.enumerated() {
            for name in line.split(separator: " ") { numbers[String(name)] = offset + 1 }
        }
        return numbers
    }
}
