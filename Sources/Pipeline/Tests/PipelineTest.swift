package import StageProtocol

/// A test of a pipeline: what happens to it when, on a time of its own, and what is to come of it.
package struct PipelineTest: Sendable {
    /// What happens, in the order of time.
    package struct Step: Sendable {
        package var at: Timestamp
        package var event: Event
        package var place: Place
    }

    /// Something that comes from outside.
    package enum Event: Sendable, Hashable {
        /// A customer's mail.
        case mail(Letter)
        /// A mail as it stands in a file, every byte of it.
        case file(path: String)
        /// A customer answers the last mail that they got.
        case reply(from: Person, text: String)
        /// A colleague answers the last mail that they got, by the id in `people.yaml`; nil for who looks after the first case.
        case staff(who: String?, text: String)
        /// A customer fills in the web form.
        case form(Letter)
        /// A customer says unasked how it was.
        case feedback(Letter)
        /// A customer answers the survey.
        case vote(from: Person, score: Int, words: String?)
        /// A customer clicks to join the appreciation list, or to leave it.
        case list(from: Person, joins: Bool)
        /// Time goes by.
        case nothing
    }

    /// Who writes.
    package struct Person: Sendable, Hashable {
        package var name: String?
        package var address: String
    }

    package struct Letter: Sendable, Hashable {
        package var from: Person
        package var subject: String
        package var text: String
        /// How many of it come, each from a customer of their own.
        package var count: Int
    }

    package var file: String
    package var name: String
    /// The standard that it shows, by its key in `standards.yaml`.
    package var standard: String?
    package var start: Timestamp
    package var end: Timestamp
    package var steps: [Step]
    package var expectations: [Expectation]
    /// How many messages may be set aside; any other number is a failure.
    package var dead: Int
    /// How many things that came in may wait for a person to look at them; any other number is a failure.
    package var parked: Int
    /// How many deliveries may fail and be tried again; any other number is a failure.
    package var failed: Int
    /// The pipeline with the test's own figures and absences.
    package var pipeline: LoadedPipeline
    /// By the stage whose place they take: what they answer to each type of message.
    package var standIns: [String: JSON]
}

extension PipelineTest.Letter {
    /// One letter of each customer.
    package var each: [PipelineTest.Letter] {
        guard count > 1, let at = from.address.firstIndex(of: "@") else { return [self] }
        return (1...count).map { number in
            var letter = self
            letter.from.address = "\(from.address[..<at])-\(number)\(from.address[at...])"
            return letter
        }
    }
}

/// Something that is to be so.
package struct Expectation: Sendable {
    package enum What: Sendable {
        case text(Text)
        case noText(Text)
        case matter(Matter)
    }

    /// What a text that was sent is told by.
    package struct Text: Sendable, Hashable {
        /// A customer's address, a colleague's id, or anybody of one side.
        package enum Reader: Sendable, Hashable {
            case customer, staff
            case address(String)
        }

        package var to: Reader
        package var kind: String?
        package var contains: [String] = []
        package var lacks: [String] = []
        package var from: Timestamp?
        package var by: Timestamp?
        package var count: Int?
    }

    /// How a case stands at a moment.
    package struct Matter: Sendable, Hashable {
        /// The customer's address.
        package var of: String
        /// The end of the test where it is nil.
        package var at: Timestamp?
        package var status: String?
        package var owner: String?
        /// By paths such as `understanding.topic`; null where nothing is to be there.
        package var sections: [String: JSON] = [:]
        /// When a timer is set for; nil where there is to be none.
        package var timers: [String: Timestamp?] = [:]
        /// Words that stand in the notes and decisions of its log.
        package var noted: [String] = []
        package var promises: [Promise] = []
        /// How many cases the customer has in all.
        package var count: Int?
    }

    package struct Promise: Sendable, Hashable {
        package var what: String
        package var isKept: Bool?
        package var due: Timestamp?
    }

    package var what: What
    package var place: Place
}
