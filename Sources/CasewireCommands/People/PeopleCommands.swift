import ArgumentParser

/// `casewire reply REF`: words for the customer.
struct ReplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply", abstract: "Answer a customer, in a colleague's name.",
        discussion: """
            The words are given here, in a file, on standard input (-), or in $EDITOR with what the customer wrote below. \
            They are held against what may be said to a customer before they leave, and come back with a better wording \
            where something stands in the way. Where the customer wrote meanwhile, nothing is sent.
            """)

    @OptionGroup var subject: StaffWordOptions
    @OptionGroup var words: WordsOptions
    @Flag(help: "The words settle the case: it is resolved once they have left.")
    var resolve = false

    func run() async throws {
        try await subject.say { seen, hand in
            try await words.hand(answering: seen) { try await hand(resolve ? "/resolve\n\($0)" : $0) }
        }
    }
}

/// `casewire note REF`: words for the case's story.
struct NoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write something down in a case's story; the customer does not see it.")

    @OptionGroup var subject: StaffWordOptions
    @OptionGroup var words: WordsOptions

    func run() async throws {
        try await subject.say { seen, hand in
            try await words.hand(answering: seen) { try await hand("/note \($0)") }
        }
    }
}

/// `casewire resolve REF`: the end of a case.
struct ResolveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Resolve a case that the customer has had an answer in.",
        discussion: """
            With words of goodbye: casewire reply REF --resolve. A case is not resolved while a promise to the customer is \
            open, or before they have had an answer.
            """)

    @OptionGroup var subject: StaffWordOptions

    func run() async throws { try await subject.say { _, hand in try await hand("/resolve") } }
}

/// `casewire kept REF`: a promise was kept.
struct KeptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kept", abstract: "Say that what was promised to a customer is done.",
        discussion: "casewire case REF lists the promises of a case. The customer hears of it by casewire reply.")

    @OptionGroup var subject: StaffWordOptions
    @Argument(help: ArgumentHelp("Which promise, as the case counts them; left out, all.", valueName: "number"))
    var number: Int?

    func run() async throws {
        try await subject.say { _, hand in try await hand("/kept" + (number.map { " \($0)" } ?? "")) }
    }
}

/// `casewire assign REF PERSON`: somebody else looks after the case.
struct AssignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Hand a case to somebody; the customer is told who looks after it now.")

    @OptionGroup var subject: StaffWordOptions
    @Argument(help: ArgumentHelp("Who looks after it from now on: an id in people.yaml.", valueName: "person"))
    var person: String
    @Option(help: ArgumentHelp("Why, for the one who takes it.", valueName: "reason"))
    var because: String?

    func run() async throws {
        try await subject.say(naming: [person]) { _, hand in
            try await hand("/assign \(person)" + (because.map { "\n\($0)" } ?? ""))
        }
    }
}

/// `casewire wait REF`: whose word is awaited.
struct WaitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait", abstract: "Say from whom the next word of a case is awaited.",
        discussion: """
            Of the customer, clocks stand that may, and one reminder goes out half-way. Of anybody else, no clock stands: the \
            daily update tells the customer what is awaited and from whom. --for nobody ends it.
            """)

    @OptionGroup var subject: StaffWordOptions
    @Option(name: .customLong("for"), help: ArgumentHelp("customer, nobody, or who it is.", valueName: "whom"))
    var whom: String
    @Option(help: ArgumentHelp("What is awaited, as the customer may read it.", valueName: "words"))
    var what: String?

    func validate() throws {
        guard !whom.contains(where: { $0.isNewline || $0 == ":" }), whom.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("--for must name somebody, on one line and without a colon.")
        }
    }

    func run() async throws {
        try await subject.say { _, hand in try await hand("/wait \(whom)" + (what.map { ": \($0)" } ?? "")) }
    }
}
