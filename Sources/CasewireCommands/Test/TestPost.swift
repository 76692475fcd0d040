import BrokerService
import Casework
import FoundationEssentials
import Mail
import Pipeline
import StageKit
import StageProtocol

/// Brings what happens in a test to the pipeline, as its doors would.
struct TestPost: Sendable {
    let pipeline: LoadedPipeline
    let held: HeldPipeline

    func bring(_ step: PipelineTest.Step, number: Int) async throws {
        let id = "test-\(number)"
        do {
            switch step.event {
            case .nothing: break
            case .file(let path):
                guard let bytes = FileManager.default.contents(atPath: path) else {
                    throw CommandFailure(.data, "\(path) cannot be read.")
                }
                try await submit(Array(bytes), id: id)
            case .mail(let letter):
                for (index, letter) in letter.each.enumerated() {
                    try await submit(compose(letter, id: "\(id)-\(index)"), id: "\(id)-\(index)")
                }
            case .reply(let from, let text): try await reply(from.address, from.name, text, id: id)
            case .staff(let who, let text):
                let person = try await colleague(who)
                try await reply(person.address, person.name, text, id: id)
            case .form(let letter): try await fill(letter, channel: "form", id: id)
            case .feedback(let letter): try await fill(letter, channel: "feedback", id: id)
            case .list(let from, let joins): try await choose(joins ? .join : .leave, from.address, id: id)
            case .vote(let from, let score, let words):
                try await vote(from.address, score, words, id: id)
            }
        } catch let failure as CommandFailure {
            throw CommandFailure(failure.code, "\(step.place): \(failure.message)")
        }
    }

    // MARK: Mails

    private func compose(_ letter: PipelineTest.Letter, id: String) throws -> [UInt8] {
        try mail(
            from: MailAddress(name: letter.from.name, address: letter.from.address),
            to: MailAddress(address: pipeline.config.desk.address), subject: letter.subject, text: letter.text, id: id
        ).bytes()
    }

    private func mail(
        from: MailAddress, to: MailAddress, subject: String, text: String, id: String
    ) -> OutgoingMail {
        OutgoingMail(
            from: from, to: [to], subject: subject, messageID: "\(id)@\(from.domain)",
            date: MailDate(unixSeconds: held.clock.now.milliseconds / 1000), body: text)
    }

    /// The colleague who is named, or who looks after the first case.
    private func colleague(_ id: String?) async throws -> People.Person {
        let stories = id == nil ? try await held.stories() : []
        guard let id = id ?? stories.first?["owner"]?.string, let person = pipeline.people[id] else {
            throw CommandFailure(.failed, "nobody looks after the first case yet, and \"who\" names nobody.")
        }
        return person
    }

    /// Answers the last mail that somebody got, to the address that it asks to be answered at.
    private func reply(_ address: String, _ name: String?, _ text: String, id: String) async throws {
        let texts = TestRecord(stories: try await held.stories()).texts
        guard let last = texts.last(where: { $0.to.contains(address.lowercased()) }), let sent = sent(last.messageID)
        else {
            let others = pipeline.people.people.filter { person in
                texts.contains { $0.to.contains(person.address.lowercased()) }
            }
            let who =
                others.isEmpty
                ? "no colleague has, since none was needed yet: let the customer ask what no article answers"
                : "those who have are \(others.map(\.id).joined(separator: ", "))"
            throw CommandFailure(.failed, "\(address) has got no mail that could be answered; \(who).")
        }
        var answer = mail(
            from: MailAddress(name: name, address: address),
            to: sent.replyTo.first ?? sent.from.first
                ?? MailAddress(address: pipeline.config.desk.address),
            subject: sent.subject.lowercased().hasPrefix("re:") ? sent.subject : "Re: \(sent.subject)", text: text,
            id: id)
        answer.inReplyTo = last.messageID
        answer.references = sent.references + [last.messageID].compactMap(\.self)
        try await submit(answer.bytes(), id: id)
    }

    /// A mail that left, found in the outbox of the voice.
    private func sent(_ messageID: String?) -> ParsedMail? {
        let voice = pipeline.config.stages.first { pipeline.manifests[$0.name]?.rights.voice == true }
        guard let messageID, let outbox = voice?.settings["outbox"]?.string else { return nil }
        let folder = outbox + "/new"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().reversed().lazy.compactMap { name in
            FileManager.default.contents(atPath: "\(folder)/\(name)").flatMap { try? MailParser.parse(Array($0)) }
        }.first { $0.messageID == messageID }
    }

    /// Hands a mail in on the control socket, as `casewire send` does.
    private func submit(_ bytes: [UInt8], id: String) async throws {
        let draft = SubmissionDraft(
            id: id, via: "send", name: id, to: try source.name, raw: bytes, media: "message/rfc822")
        try await taken(held.client.submit(draft))
    }

    // MARK: What comes by the web door

    /// Hands something in on the socket of the stage that has the door: the door itself is closed in a test.
    private func submit(_ draft: SubmissionDraft) async throws {
        let source = try source
        let client = try await BrokerClient(endpoint: source.socket, stage: source.name)
        do {
            try await taken(client.submit(draft))
        } catch {
            await client.close()
            throw error
        }
        await client.close()
    }

    private func taken(_ answer: Submitted) throws {
        guard case .later = answer else { return }
        throw CommandFailure(.failed, "the pipeline took nothing more: limits.queue_depth is reached.")
    }

    private func fill(_ letter: PipelineTest.Letter, channel: String, id: String) async throws {
        for (index, letter) in letter.each.enumerated() {
            try await submit(
                SubmissionDraft(
                    id: "\(id)-\(index)", via: channel, admission: admission(letter, channel: channel)))
        }
    }

    private func admission(_ letter: PipelineTest.Letter, channel: String) throws -> Admission {
        let party = Party(name: letter.from.name, address: letter.from.address)
        let contact = Contact(channel: channel, from: party, subject: letter.subject, words: letter.text)
        var admission = try Admission(.customer, entry: contact, output: "contact")
        admission.participants = [letter.from.address.lowercased()]
        admission.customer = letter.from.address.lowercased()
        admission.subject = letter.subject
        try admission.set(
            "contact", schema: ContactSection.schema,
            ContactSection(customer: party, channel: channel, subject: letter.subject))
        return admission
    }

    private func vote(_ address: String, _ score: Int, _ words: String?, id: String) async throws {
        let texts = TestRecord(stories: try await held.stories()).texts
        guard let survey = texts.last(where: { $0.kind == "survey" && $0.to.contains(address.lowercased()) }) else {
            throw CommandFailure(.failed, "\(address) was not asked yet, and has no survey to answer.")
        }
        let question = pipeline.standards["survey"]?.figures["ask"]?.string ?? "csat"
        let vote = Vote(question: question, score: score, words: words)
        var admission = try Admission(.feedback, entry: vote, output: "feedback")
        admission.match = [Match(key: "ref:\(survey.ref)")]
        try await submit(SubmissionDraft(id: id, via: "survey", admission: admission))
    }

    /// Clicks the link in the last mail that has one.
    private func choose(_ choice: ListChoice.Choice, _ address: String, id: String) async throws {
        let texts = TestRecord(stories: try await held.stories()).texts
        let last = texts.last { text in
            guard text.to.contains(address.lowercased()) else { return false }
            return choice == .join
                ? text.kind == Purpose.invitation : sent(text.messageID)?.own["list-unsubscribe"] != nil
        }
        guard let last else {
            throw CommandFailure(.failed, "\(address) has got no mail with a link to \(choice.rawValue) the list.")
        }
        let word = ListChoice(choice, who: CaseLink.person(address))
        var admission = try Admission(.feedback, entry: word, output: "feedback")
        admission.match = [Match(key: "ref:\(last.ref)")]
        try await submit(SubmissionDraft(id: id, via: "list", admission: admission))
    }

    private var source: PipelineConfig.Stage {
        get throws {
            guard
                let stage = pipeline.config.stages.first(where: { pipeline.manifests[$0.name]?.rights.source == true })
            else {
                throw CommandFailure(.config, "no stage of this pipeline takes in what comes (rights: {source: true}).")
            }
            return stage
        }
    }
}
