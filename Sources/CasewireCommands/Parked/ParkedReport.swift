import StageKit
import StageProtocol

/// What came of an act on parked mails, one by one; one that fails keeps no other from it.
struct ParkedReport {
    /// What was done, as the name of the list in JSON.
    let word: String
    private var done: [JSON] = []
    private var failures: [String] = []

    init(word: String) { self.word = word }

    mutating func note(_ id: Int64, _ act: () async throws -> JSON) async {
        do {
            let item = try await act()
            done.append(item)
            if word == "released", item["state"]?.string == SubmissionState.parked.rawValue {
                failures.append("#\(id) is parked again: \((item["reason"]?.string ?? "").oneLine)")
            }
        } catch let refusal as BrokerRefusal {
            failures.append("#\(id): \(refusal.message)")
        } catch {
            failures.append("#\(id): \(error)")
        }
    }

    func finish(_ output: FormatOptions) throws {
        let console = Console.standardOutput
        if output.isJSON { console.json([word: .array(done)]) } else { console.lines(done.map(Self.line)) }
        if !failures.isEmpty { throw CommandFailure(.failed, failures.joined(separator: "; ")) }
    }

    /// `#12 opened CW-…`
    static func line(_ item: JSON) -> String {
        let id = item["submission"]?.int ?? 0, ref = item["ref"]?.string ?? ""
        switch item["state"]?.string.flatMap(SubmissionState.init(rawValue:)) {
        case .opened: return "#\(id) opened \(ref)"
        case .followed_up: return "#\(id) followed up \(ref)"
        case .duplicate: return "#\(id) is a duplicate of what is in \(ref)"
        case .parked: return "#\(id) is parked"
        case .discarded: return "#\(id) discarded"
        case .received, nil: return "#\(id) is not read yet"
        }
    }
}
