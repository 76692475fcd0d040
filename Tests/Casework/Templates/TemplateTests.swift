import FoundationEssentials
import StageProtocol
import Testing

@testable import Casework

@Suite struct TemplateTests {
    @Test func valuesReplacePlaceholdersAndSectionsWithoutValueVanish() throws {
        let source = """
            Subject: About {{reference}}

            Hello{{#name}} {{name}}{{/name}},

            {{#news}}
            News: {{news}}

            {{/news}}
            {{#advocate}}
            {{advocate}} has it.
            {{/advocate}}
            """
        let template = try Template(source, file: "en/update.txt")
        let text = try template.render(["reference": "HT-1", "advocate": "Ana", "name": ""])
        #expect(text == Template.Rendered(subject: "About HT-1", body: "Hello,\n\nAna has it.\n"))
        #expect(template.placeholders == ["reference", "name", "news", "advocate"])
    }

    @Test func aTextForWhoFeelsOtherwiseIsLeftOut() throws {
        let opening = try Template.Partial("{{! By mood. }}\n{{#angry}}\nSorry.\n{{/angry}}\n", file: "en/opening.txt")
        let source = "Subject: x\n\n{{>opening}}\n\n{{^name}}Hello{{/name}}{{#name}}Hello {{name}}{{/name}}\n"
        let template = try Template(source, file: "en/answer.txt", partials: ["opening": opening])
        #expect(try template.render(["angry": "yes"]).body == "Sorry.\n\nHello\n")
        #expect(try template.render(["calm": "yes", "name": "Ana"]).body == "Hello Ana\n")
        #expect(throws: Template.Problems.self) { try Template(source, file: "en/answer.txt") }
    }

    @Test func whatATemplateDeclaresIsAPromiseWithADay() throws {
        let source = "Subject: x\n\n{{#promise}}You hear from us\nby {{next_word}}.{{/promise}}\nBye\n"
        let text = try Template(source, file: "en/update.txt").render(["next_word": "Monday"])
        #expect(text.body == "You hear from us\nby Monday.\nBye\n")
        #expect(text.promises == [.init(words: "You hear from us by Monday.", placeholders: ["next_word"])])
        let dayless = source.replacing("by {{next_word}}", with: "soon")
        let problems = #expect(throws: Template.Problems.self) { try Template(dayless, file: "en/update.txt") }
        #expect(
            problems?.description
                == "en/update.txt:3: a promise needs a day: {{next_word}}, or words such as \"within 2 business days\"")
    }

    @Test func mistakesAreNamedByFileAndLineAllAtOnce() {
        let source = "Subject: {{refrence}}\n\nHello {{nam}},\n{{#news}}\nx {{ y\n"
        #expect {
            _ = try Template(source, file: "en/answer.txt")
        } throws: { error in
            guard let problems = (error as? Template.Problems)?.problems else { return false }
            return problems.map(\.description).sorted() == [
                "en/answer.txt:1: unknown placeholder {{refrence}}; did you mean {{reference}}?",
                "en/answer.txt:3: unknown placeholder {{nam}}; did you mean {{name}}?",
                "en/answer.txt:4: {{#news}} is never closed by {{/news}}",
                "en/answer.txt:5: {{ is never closed by }}",
            ]
        }
    }

    @Test func aValueThatIsMissingIsAnErrorAndNotABlank() throws {
        let template = try Template("Subject: x\n\nHello {{name}}\n", file: "en/answer.txt")
        #expect(throws: Template.Problem(file: "en/answer.txt", line: 3, message: "{{name}} has no value")) {
            _ = try template.render([:])
        }
    }

    @Test func aTextCannotSmuggleASecondHeaderIntoTheSubject() throws {
        let template = try Template("Subject: {{name}}\n\nx\n", file: "en/answer.txt")
        #expect(try template.render(["name": "a\nBcc: b"]).subject == "a Bcc: b")
    }

    @Test func theShippedTemplatesAreCompleteInFourLanguages() throws {
        let catalog = try Shipped.catalog()
        #expect(catalog.languages == ["de", "en", "es", "fr"])
        #expect(catalog.template("answer", language: "de-AT")?.file == "de/answer.txt")
        #expect(catalog.template("answer", language: "nl")?.file == "en/answer.txt")
    }

    @Test(arguments: ["en", "de", "fr", "es"]) func theShippedTemplatesPassTheGate(_ language: String) throws {
        let catalog = try Shipped.catalog()
        for name in TemplateCatalog.names {
            let template = try #require(catalog.template(name, language: language))
            let values = try #require(Shipped.samples[language])
            for left in [[], ["name", "desk", "article", "link", "previous", "unsubscribe", "page"]] {
                var kept = values.filter {
                    !left.contains($0.key) || ["survey", "thanks", "invitation", "staff-review"].contains(name)
                }
                if left.isEmpty { kept["angry"] = "yes" }
                let text = try template.render(kept)
                let context = GateContext(
                    language: language, purpose: name,
                    mood: ["answer", "bad-news", "apology"].contains(name) && left.isEmpty ? "angry" : nil,
                    now: GateCase.now)
                let verdict = CourtesyGate.judge(text.body, context)
                #expect(verdict.verdict == .pass, "\(template.file): \(verdict.findings)")
                #expect(verdict.language == language)
            }
        }
    }

    @Test func aTemplateThatTheGateWouldAlwaysHoldBackIsNamed() throws {
        #expect(try Shipped.catalog().refused(now: GateCase.now).map(\.file) == [])
        var files: [(path: String, text: String)] = []
        for name in TemplateCatalog.names + TemplateCatalog.partials {
            let path = "en/\(name).txt"
            var text = try String(contentsOfFile: "\(Shipped.root)/templates/\(path)", encoding: .utf8)
            if name == "closing" { text = text.replacing("{{summary}}", with: "It was your own fault.\n\n{{summary}}") }
            files.append((path, text))
        }
        let refused = try TemplateCatalog(files).refused(now: GateCase.now)
        #expect(refused.map(\.file) == ["en/closing.txt"])
        #expect(refused.map(\.finding.rule) == [.blameCustomer])
    }

    /// Behind a comma German goes on with a small letter, and what comes next is another sentence each time.
    @Test func noGermanLetterToACustomerGoesOnBehindAComma() throws {
        for name in TemplateCatalog.names where !name.hasPrefix("staff-") {
            let text = try String(contentsOfFile: "\(Shipped.root)/templates/de/\(name).txt", encoding: .utf8)
            let lines = text.split(separator: "\n").map(String.init)
            #expect(lines[1] == "Guten Tag{{#name}} {{name}}{{/name}}!", "\(name)")
            let next = lines.dropFirst(2).first { $0.first?.isLetter == true }
            #expect(next?.first?.isUppercase == true, "\(name): \(next ?? "")")
        }
    }

    @Test func theReadmeListsEveryPlaceholderWithItsMeaning() throws {
        let readme = try String(contentsOfFile: Shipped.root + "/templates/README.md", encoding: .utf8)
        for (name, meaning) in TemplatePlaceholder.meanings {
            #expect(readme.contains("| `{{\(name)}}` | \(meaning) |"), "\(name)")
        }
    }
}

/// The templates in the repository, and values to fill them with.
enum Shipped {
    /// The repository's folder, found upward from this file.
    static let root: String = {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        while folder.pathComponents.count > 1,
            !FileManager.default.fileExists(atPath: folder.appending(path: "templates/README.md").path)
        {
            folder = folder.deletingLastPathComponent()
        }
        return folder.path
    }()

    static func catalog() throws -> TemplateCatalog { try TemplateCatalog(folder: "\(root)/templates") }

    private static let common = [
        "shop": "Hearth & Table", "reference": "HT-7K2M", "name": "Mina Okafor", "advocate": "Ana", "signature": "Ana",
        "previous": "Ben", "link": "https://hearth.example/s/1", "unsubscribe": "https://hearth.example/u/1",
        "staff_name": "Ana",
        "page": "https://help.hearth.example/c/p.cw-7k3f9qx.0123456789abcdef.tlks9z.kq2j4v6r8x0m3n5p?lang=en",
    ]

    static let samples: [String: [String: String]] = [
        "en": common.merging([
            "desk": "kitchen desk", "received": "22 November, 10:00", "next_word": "Monday 23 November, 17:00",
            "answer": "We will send a new bowl by Friday 27 November.",
            "questions": "What is your order number?", "news": "the carrier has found the parcel in Leeds.",
            "awaited": "the carrier's answer, due on Tuesday", "next_step": "There is nothing you need to do.",
            "apology": "We are sorry that our answer did not come on Friday as we had said.",
            "make_good": "Delivery of this order is free.", "summary": "A blue bowl arrived broken on 20 November.",
            "words": "> The bowl is broken.", "understood": "damaged-item, upset: a new bowl",
            "deadline": "Monday 23 November, 17:00", "remaining": "2 hours", "findings": "- no term: say until when",
            "article": "damaged-items#replacement",
        ]) { $1 },
        "de": common.merging([
            "desk": "Küche", "received": "22. November, 10 Uhr", "next_word": "Montag, 23. November, 17 Uhr",
            "answer": "Wir schicken Ihnen bis Freitag, 27. November, eine neue Schale.",
            "questions": "Wie lautet Ihre Bestellnummer?", "news": "Der Paketdienst hat das Paket in Kassel gefunden.",
            "awaited": "die Antwort des Paketdienstes, die am Dienstag kommt",
            "next_step": "Sie müssen nichts weiter tun.",
            "apology": "Es tut uns leid, dass unsere Antwort am Freitag nicht kam.",
            "make_good": "Der Versand dieser Bestellung ist kostenlos.",
            "summary": "Am 20. November kam eine blaue Schale zerbrochen an.", "words": "> Die Schale ist kaputt.",
            "understood": "damaged-item, verärgert: eine neue Schale", "deadline": "Montag, 23. November, 17 Uhr",
            "remaining": "2 Stunden", "findings": "- Frist fehlt", "article": "damaged-items",
        ]) { $1 },
        "fr": common.merging([
            "desk": "cuisine", "received": "22 novembre, 10 h", "next_word": "lundi 23 novembre, 17 h",
            "answer": "Nous vous enverrons un nouveau bol avant vendredi 27 novembre.",
            "questions": "Quel est votre numéro de commande ?", "news": "le transporteur a retrouvé le colis à Lille.",
            "awaited": "la réponse du transporteur, prévue mardi", "next_step": "Vous n'avez rien d'autre à faire.",
            "apology": "Nous sommes désolés que notre réponse ne soit pas venue vendredi.",
            "make_good": "La livraison de cette commande est gratuite.",
            "summary": "Un bol bleu est arrivé cassé le 20 novembre.", "words": "> Le bol est cassé.",
            "understood": "damaged-item, en colère : un nouveau bol", "deadline": "lundi 23 novembre, 17 h",
            "remaining": "2 heures", "findings": "- il manque un délai", "article": "damaged-items",
        ]) { $1 },
        "es": common.merging([
            "desk": "cocina", "received": "22 de noviembre, 10:00", "next_word": "el lunes 23 de noviembre, 17:00",
            "answer": "Le enviaremos un cuenco nuevo antes del viernes 27 de noviembre.",
            "questions": "¿Cuál es su número de pedido?",
            "news": "el transportista ha localizado el paquete en Burgos.",
            "awaited": "la respuesta del transportista, que llega el martes",
            "next_step": "No tiene que hacer nada más.",
            "apology": "Sentimos que nuestra respuesta no llegara el viernes.",
            "make_good": "El envío de este pedido es gratuito.",
            "summary": "Un cuenco azul llegó roto el 20 de noviembre.", "words": "> El cuenco está roto.",
            "understood": "damaged-item, enfado: un cuenco nuevo", "deadline": "el lunes 23 de noviembre, 17:00",
            "remaining": "2 horas", "findings": "- falta un plazo", "article": "damaged-items",
        ]) { $1 },
    ]
}
