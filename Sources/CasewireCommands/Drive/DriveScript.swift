import FoundationEssentials
import StageKit
import StageProtocol

/// The deliveries of a file, in its order, and the blobs that they may ask for.
struct DriveScript: Sendable {
    struct Item: Sendable {
        var delivery: Delivery
        var bodies: [Frame]
    }

    private(set) var items: [Item] = []
    /// By hash.
    private(set) var blobs: [String: Frame] = [:]
    /// Settings that stand in the place of the stage's own, by name.
    private(set) var settings: [String: JSON] = [:]

    private struct Line: Decodable {
        var delivery: Delivery
        var bodies: [JSON]?
        var blobs: [JSON]?
        var settings: JSON?
    }

    init(path: String) throws {
        if path == "-" {
            var text = ""
            while let line = readLine(strippingNewline: false) { text += line }
            try self.init(text: text, name: "standard input")
        } else {
            guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
            else {
                throw CommandFailure(.data, "\(path) cannot be read as text; name a file of deliveries, one a line.")
            }
            try self.init(text: text, name: path)
        }
    }

    init(text: String, name: String) throws {
        var numbers: Set<Int64> = []
        for (index, text) in Self.lines(of: text).enumerated() where !text.allSatisfy(\.isWhitespace) {
            let line: Line
            do {
                line = try JSON(bytes: Array(text.utf8)).completingDelivery(
                    number: (numbers.max() ?? 0) + 1, now: .current
                )
                .decode()
            } catch {
                throw CommandFailure(.data, "\(name):\(index + 1) is no delivery: \(Self.explain(error)).")
            }
            guard numbers.insert(line.delivery.delivery).inserted else {
                let number = line.delivery.delivery
                throw CommandFailure(.data, "\(name):\(index + 1): delivery \(number) comes twice; number them apart.")
            }
            if let given = line.settings?.object {
                guard items.isEmpty else {
                    throw CommandFailure(
                        .data, "\(name):\(index + 1): settings stand with the first delivery; a stage gets them once.")
                }
                settings = given
            }
            items.append(Item(delivery: line.delivery, bodies: (line.bodies ?? []).map(\.frame)))
            for blob in line.blobs ?? [] { blobs[Blobs.hash(of: blob.frame)] = blob.frame }
        }
        guard !items.isEmpty else { throw CommandFailure(.data, "\(name) holds no delivery.") }
    }

    /// A delivery a line; or one alone, as it may stand on several lines for `--once`.
    private static func lines(of text: String) -> [Substring] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let isOne = lines.count { !$0.allSatisfy(\.isWhitespace) } > 1 && (try? JSON(bytes: Array(text.utf8))) != nil
        return isOne ? [text[...]] : lines
    }

    private static func explain(_ error: any Error) -> String {
        func place(_ path: [any CodingKey]) -> String { path.map(\.stringValue).joined(separator: ".") }
        return switch error {
        case DecodingError.keyNotFound(let key, let context):
            "\"\(place(context.codingPath + [key]))\" is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "\"\(place(context.codingPath))\" is of the wrong kind"
        case DecodingError.dataCorrupted(let context):
            context.codingPath.isEmpty
                ? "it is no JSON" : "\"\(place(context.codingPath))\": \(context.debugDescription)"
        default: "\(error)"
        }
    }
}

extension JSON {
    /// A body as it is written by hand: a text stands for its UTF-8, `{"base64": …}` for its bytes, all else for itself.
    var frame: Frame {
        if let text = string { return Array(text.utf8) }
        if let members = object, members.count == 1,
            let data = members["base64"]?.string.flatMap({ Data(base64Encoded: $0) })
        {
            return Array(data)
        }
        return bytes
    }

    /// A body for reading: JSON where it is an object or a list, else a text, else `{"base64": …}`.
    init(frame: Frame) {
        if let value = try? JSON(bytes: frame), value.object != nil || value.array != nil {
            self = value
        } else if let text = String(validating: frame, as: UTF8.self) {
            self = .string(text)
        } else {
            self = ["base64": .string(Data(frame).base64EncodedString())]
        }
    }

    /// The header of an outcome with its bodies in the places of their indexes.
    func inlining(_ bodies: [Frame]) -> JSON {
        switch self {
        case .array(let elements): .array(elements.map { $0.inlining(bodies) })
        case .object(let members):
            .object(
                Dictionary(
                    members.map { name, value in
                        if ["body", "final", "entry"].contains(name),
                            let index = value.int.flatMap({ Int(exactly: $0) }),
                            bodies.indices.contains(index)
                        {
                            return (name, JSON(frame: bodies[index]))
                        }
                        // What is free in shape may have members of the same names.
                        return (name, ["details", "findings"].contains(name) ? value : value.inlining(bodies))
                    }, uniquingKeysWith: { $1 }))
        default: self
        }
    }
}
