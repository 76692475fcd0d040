import Casework
import FoundationEssentials
import Language
import StageKit
import Testing

@testable import triage

/// Kind replies to our answer, and polite ones that want something, each told apart. The second half of the kind ones was not
/// looked at while the lists were made; all of the others were.
@Suite struct KindReplyTests {
    private static let training = URL(filePath: #filePath).deletingLastPathComponent().path + "/../../training/"
    private static let reader = try? UnderstandingReader(
        topics: TopicModel.train(
            CSVReader.labelledTexts(Array(Data(contentsOf: URL(filePath: training + "topics.csv")))),
            options: TopicOptions()),
        moods: MoodReader.load(training + "mood.model"))

    private func isSatisfied(_ words: String, by answer: String?, purpose: String = "answer") throws -> Bool {
        let reader = try #require(Self.reader)
        var log = [try Deliveries.heard(1, "My bowl arrived broken.")]
        if let answer { log.append(Deliveries.said(2, purpose, answer)) }
        log.append(try Deliveries.heard(3, words))
        return reader.understand(try Conversation(log)).satisfied
    }

    private static let sent = "Your new bowl has left today. It is with you on Friday."

    static let content = [
        "Thanks, looking forward to it!", "Great, see you then", "Perfect, I'll wait for it.", "Thanks so much!",
        "Wonderful, thank you. Have a nice weekend!", "Brilliant, can't wait!", "Ok great, thanks, bye",
        "Thank you very much for your help, I look forward to the new bowl.", "Danke, ich freue mich darauf",
        "Super, vielen Dank, ich freue mich!", "Perfekt, bis Freitag dann!", "Alles klar, danke Ihnen. Schönen Tag!",
        "Vielen Dank für die schnelle Antwort, ich warte dann auf das Paket.", "Merci, à bientôt",
        "Parfait, merci beaucoup !", "Super, j'attends le colis alors, bonne journée",
        "Merci pour votre aide, j'ai hâte !", "Gracias, quedo a la espera", "Perfecto, muchas gracias, un saludo",
        "Genial, espero el paquete entonces. ¡Gracias!",
    ]
    static let contentHeldOut = [
        "Lovely, thanks, I'll keep an eye out for the parcel!", "Awesome, thank you so much!",
        "Sounds good. Thanks again!", "That's great news, thank you.", "Cheers, speak soon", "Excellent. Until Friday!",
        "Thanks ever so much, I'm so excited!", "Good to know, thank you!", "Alright, thanks for letting me know.",
        "Toll, danke! Ich freue mich schon auf die neue Schüssel.", "Prima, dann warte ich gerne. Danke!",
        "Klasse, herzlichen Dank und liebe Grüße", "Das freut mich sehr, danke schön!", "Vielen lieben Dank!",
        "Merci infiniment, bonne soirée", "C'est parfait, je patiente. Merci.", "Très bien, merci à vous, à vendredi !",
        "Estupendo, gracias por todo.", "Muy bien, lo espero con ilusión. Saludos",
        "¡Qué bien! Mil gracias, hasta pronto.",
    ]
    static let asking = [
        "Thanks, but when?", "Great - and the invoice?", "Thanks, I still have no tracking number.",
        "Perfect. Could you also send me the invoice", "Thank you, I look forward to your reply.",
        "Thanks, looking forward to hearing from you.", "Great, so I wait again.", "Thanks, but I'm away on Friday.",
        "Thanks. Please leave it with my neighbour.", "Yes please, looking forward to it",
        "Great, another week without it",
        "Thank you for nothing", "Danke, aber wann genau?", "Super, und die Rechnung?",
        "Danke, ich warte auf Ihre Antwort.",
        "Danke, am Freitag bin ich nicht da.", "Merci, mais quand ?", "Merci, j'attends votre réponse.",
        "Gracias, ¿y la factura?", "Gracias, quedo a la espera de su respuesta.",
    ]
    static let askingHeldOut = [
        "Thanks, I'd rather have my money back.", "Ok thanks, the lid was missing too.",
        "Great, my address has changed though.",
        "Thank you. Tell the driver to ring twice.", "Lovely, and one for my mother too",
        "Thanks, I'll wait for the refund.",
        "Thanks, hope it is blue this time", "Great, I was told that last week.", "Perfect, if it comes whole.",
        "Danke, bitte an die neue Adresse.", "Toll, schon wieder warten.",
        "Vielen Dank, ich hätte lieber das Geld zurück.",
        "Danke, der Deckel fehlte auch.", "Super, ich warte seit drei Wochen", "Merci, livrez chez ma voisine.",
        "Merci, j'attends toujours", "Parfait, et pour le couvercle ?", "Gracias, pero el viernes no estoy.",
        "Genial, otra semana esperando", "Muchas gracias, falta también la tapa.",
    ]

    @Test(arguments: [content, contentHeldOut]) func kindRepliesToAnAnswerAreContent(_ replies: [String]) throws {
        let heard = try replies.filter { try isSatisfied($0, by: Self.sent) }
        let before = try replies.filter { try isSatisfied($0, by: nil) }
        print("kind replies: \(heard.count) of \(replies.count), \(before.count) where nothing was answered")
        #expect(heard.count >= replies.count * 3 / 4, "\(Set(replies).subtracting(heard))")
    }

    @Test(arguments: [asking, askingHeldOut]) func whoWantsSomethingIsNotContent(_ replies: [String]) throws {
        #expect(replies.filter { KindReply.isAll($0) } == [])
        let mistaken = try replies.filter { try isSatisfied($0, by: Self.sent) }
        #expect(mistaken.count <= 1, "\(mistaken)")
        print("polite asks content without an answer: \(try replies.filter { try isSatisfied($0, by: nil) })")
    }

    @Test(arguments: [
        "Shall we send you a new one?", "We can offer you a new one, or your money back.",
        "If you like, we send you a new one.", "Möchten Sie eine neue?", "Wenn Sie möchten, schicken wir eine neue.",
        "Si vous voulez, nous vous en envoyons un autre.", "Si quiere, le enviamos otro.",
    ])
    func toWhatWeOfferItIsAYes(_ offer: String) throws {
        for words in ["Thanks, looking forward to it!", "Danke, ich freue mich darauf", "Gracias, quedo a la espera"] {
            #expect(try !isSatisfied(words, by: offer))
        }
    }

    @Test func whileNothingIsAnsweredItIsNoContent() throws {
        #expect(try !isSatisfied("Thanks, looking forward to it!", by: nil))
        #expect(try !isSatisfied("Thanks, looking forward to it!", by: Self.sent, purpose: "update"))
    }
}
