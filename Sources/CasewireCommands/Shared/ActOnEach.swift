import StageKit
import StageProtocol

/// Does the same to each of several things by their numbers, and says what came of it: a line each, or one JSON object with a list. One
/// that the broker refuses keeps no other from it.
/// - Parameters:
///   - word: what was done, as the name of the list.
///   - line: what became of a thing, in words.
///   - objection: why a thing that was acted on is still not as it should be; nil where it is.
func actOnEach(
    _ ids: [Int64], _ word: String, _ output: FormatOptions, line: (JSON) -> String,
    objection: (JSON) -> String? = { _ in nil }, _ act: (Int64) async throws -> JSON
) async throws {
    var done: [JSON] = []
    var failures: [String] = []
    var interruption: (any Error)?
    for id in ids {
        do {
            let item = try await act(id)
            done.append(item)
            if !output.isJSON { Console.standardOutput.line(line(item)) }
            if let objection = objection(item) { failures.append("#\(id) \(objection)") }
        } catch let refusal as BrokerRefusal {
            failures.append("#\(id): \(refusal.message)")
        } catch {
            interruption = error
            break
        }
    }
    if output.isJSON { Console.standardOutput.json([word: .array(done)]) }
    if let interruption { throw interruption }
    if !failures.isEmpty { throw CommandFailure(.failed, failures.joined(separator: "; ") + ".") }
}
