import Casework
import Clocks
import Language
import StageKit

extension CaseWork {
    /// `case.staff`: a colleague replied to a mail about the case.
    mutating func staffWrote(_ mail: JSON) throws {
        let address = mail["from"]?["address"]?.string ?? ""
        guard let person = mail["person"]?.string.flatMap({ office.people[$0] }) ?? office.people.person(at: address)
        else {
            return try tellAdvocate(
                "stranger-\(received.message.id)",
                reason:
                    "a mail about this case came from somebody whom people.yaml does not name; it was not passed on",
                due: due)
        }
        let seq = story.seq(of: "staff", mail).map(String.init) ?? received.message.id
        // By command there is no mail that quotes what was answered: the writer has seen so many contacts.
        if let heard = mail["heard"]?.int, heard < head.heard, StaffCommand(mail["words"]?.string ?? "").speaks {
            return try giveBack(
                mail["words"]?.string ?? "", to: person, seq,
                "The customer wrote while your words were on their way. Read it, and write again.")
        }
        try carryOut(mail["words"]?.string ?? "", by: person, seq, mail)
    }

    /// What a colleague's words ask for.
    private mutating func carryOut(_ words: String, by person: People.Person, _ seq: String, _ mail: JSON) throws {
        switch StaffCommand(words) {
        case .correct(let what, let word, let rest):
            if let problem = problem(with: what, word) { return try giveBack(words, to: person, seq, problem) }
            try corrected(
                CorrectionRequest(by: person.id, topic: what == .topic ? word : nil, mood: what == .mood ? word : nil))
            if !rest.isEmpty { try carryOut(rest, by: person, seq, mail) }
        case .answer(let words):
            try answer(words, by: person, seq)
            try returnFiles(mail, to: person, seq)
        case .feedback: break
        case .cause(let words, let key): try caused(words, key: key, by: person)
        case .note(let words):
            try note(["note": .string(words), "person": .string(person.id)])
        case .resolve(let words) where !words.isEmpty:
            try answer(words, by: person, seq, resolves: true)
            try returnFiles(mail, to: person, seq)
        case .kept(nil, "") where clocks.waitingSince == nil && open.contains(where: \.isWord):
            let what = open.filter(\.isWord).map { office.spoken($0.due.minute) }.joined(separator: ", ")
            try giveBack(
                words, to: person, seq,
                "The customer counts on a word from us by \(what). Write below /kept what was done, and they hear it with that."
            )
        case .kept(let number, let words):
            let meant = open.filter { number == nil ? !$0.isWord : $0.number == number }
            // Where nothing but a word was promised, these words are that word.
            if meant.isEmpty, number == nil, !open.isEmpty, !words.isEmpty { return try answer(words, by: person, seq) }
            guard !meant.isEmpty else {
                return try giveBack(
                    words, to: person, seq,
                    "There is no open promise \(number.map { "number \($0) " } ?? "")in this case; casewire case \(ref) lists them."
                )
            }
            // With words for the customer it is kept once they have left, and not while the gate or something new holds them back.
            if !words.isEmpty {
                try answer(words, by: person, seq, keeps: meant.map(\.name))
                guard customer == nil else { return }
            }
            for promise in meant { try keep(promise, at: now, by: "\(person.name), who says so") }
        case .resolve where !isOpen:
            try giveBack(words, to: person, seq, "The case is settled already; there is nothing to do.")
        case .resolve where !owed.isEmpty:
            let what = owed.map { "\"\($0.what)\"" }.joined(separator: ", ")
            try giveBack(
                words, to: person, seq,
                "A promise to the customer is still open: \(what). Write /kept when it is done, then /resolve.")
        case .resolve where !story.isAnswered:
            try giveBack(
                words, to: person, seq,
                "The customer has had no answer since this case was opened, or opened again. Write it below /resolve, and the case ends with it."
            )
        case .resolve where !open.isEmpty:
            let what = open.map { "\"\($0.what)\"" }.joined(separator: ", ")
            try giveBack(
                words, to: person, seq,
                "The customer was told that they hear from us: \(what). Write below /resolve what came of it, and the case ends with that."
            )
        case .resolve: try resolve("settled by \(person.name)")
        case .assign(let id, let reason):
            if let problem = try assign(to: id, by: person, seq, because: reason) {
                try giveBack(words, to: person, seq, problem)
            }
        case .wait(let whom, let what):
            if let problem = try wait(for: whom, what, by: person) { try giveBack(words, to: person, seq, problem) }
        case .unknown(let command):
            try giveBack(
                words, to: person, seq,
                "\(command) is no command; there are /note, /assign, /wait, /topic, /mood, /kept, /did, /move, /quiet, /cause and /resolve. Without a command your words go to the customer."
            )
        case .empty:
            try giveBack(
                words, to: person, seq,
                "There were no words of yours above the quoted text. Write above it, and they go to the customer.")
        }
    }

    /// Speaks for a colleague: their words, and nothing else.
    /// - Parameter keeps: promises that are kept once the words have left.
    private mutating func answer(
        _ words: String, by person: People.Person, _ number: String, resolves: Bool = false, keeps: [String] = []
    ) throws {
        guard let customer else {
            return try note(["untold": .string(Purpose.answer), "reason": "no address is known"])
        }
        if let objection = objection(to: words, by: person) {
            return try giveBack(words, to: person, number, objection)
        }
        try answered(with: words, by: person)
        var details: [String: JSON] = ["person": .string(person.id)]
        if resolves { details["resolve"] = true }
        if !keeps.isEmpty { details["keeps"] = .array(keeps.map(JSON.string)) }
        // Who only asks back has not answered, and the customer's silence to it is not content.
        let asks = !resolves && Asks.isAll(words)
        outcome.say(
            "staff-\(number)", to: [customer.address], purpose: asks ? Purpose.question : Purpose.answer,
            answers: !asks, author: person.id, text: words, details: .object(details))
    }

    /// Files of a colleague do not go to the customer; the colleague must know.
    private mutating func returnFiles(_ mail: JSON, to person: People.Person, _ number: String) throws {
        let names = (mail["attachments"]?.array ?? []).filter { $0["inline"]?.bool != true }
            .compactMap { $0["name"]?.string }
        guard !names.isEmpty else { return }
        try notice(
            "files-\(number)", to: [person],
            reason: "your words are on their way, the files are not (\(names.joined(separator: ", "))); "
                + "say in words what they show",
            due: due)
    }

    /// Whether it was said by command, which waits for what comes of it.
    private var isByCommand: Bool { (try? received.data() as JSON)?["heard"]?.int != nil }

    private mutating func giveBack(_ words: String, to person: People.Person, _ number: String, _ reason: String) throws
    {
        try note(["given_back": .string(number), "reason": .string(reason), "person": .string(person.id)])
        // By command it is told at once to whoever gave it. A mail is for words that are to reach the customer all the same.
        if isByCommand, !StaffCommand(words).hasWords { return }
        let mail = try office.staffMail.refused(words, findings: [], about(reason, due: due), to: person)
        say("back-\(number)-\(person.id)", Purpose.staffRefused, mail, to: person)
    }
}
