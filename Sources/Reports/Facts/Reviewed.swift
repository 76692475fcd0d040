package import Casework
import StageProtocol

extension CaseFacts {
    /// What a machine had understood when the first person looked, and what people changed since.
    package struct Reviewed: Sendable, Hashable {
        package var topic: String
        package var language: String?
        /// What is not as it was understood at first.
        package var changed: Set<Review.Subject> = []
        /// What it was about, where that was changed.
        package var meant: String?

        package func isRight(_ what: Review.Subject) -> Bool { !changed.contains(what) }
    }
}

extension CaseFacts.Reviewed {
    /// From the section `review`; nil where it has another shape.
    init?(_ section: JSONMembers) {
        guard let topic = section["machine"]?["topic"]?.string, let corrections = section.list("corrections") else {
            return nil
        }
        self.topic = topic
        language = section["machine"]?["language"]?.string
        for correction in corrections {
            guard let what = correction["what"]?.string.flatMap(Review.Subject.init) else { continue }
            changed.insert(what)
            if what == .topic { meant = correction["after"]?.string }
        }
        // Going back and forth to what was understood at first is no correction.
        if meant == topic {
            changed.remove(.topic)
            meant = nil
        }
    }
}
