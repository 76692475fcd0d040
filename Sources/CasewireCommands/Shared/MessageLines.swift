import ArgumentParser
import Glibc
import StageProtocol

/// Messages as JSON lines: files, or standard input where none is named.
struct MessageLines: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Files of JSON lines; standard input where none is named.", valueName: "messages.jsonl"),
        completion: .file(extensions: ["jsonl", "json"]))
    var files: [String] = []

    /// Prints one object for each line, in the order of the lines.
    /// - Throws: exit code 65 in the end where a line held no message; the others were answered all the same.
    func answer(_ answer: (MessageLine) throws -> [String: JSON]) throws {
        var bad = 0
        for file in files.isEmpty ? ["-"] : files {
            var lines = try LineReader(file)
            var number = 0
            while let line = try lines.next() {
                number += 1
                let result = MessageLine.answer(to: line, number: number, answer)
                if result["error"] != nil { bad += 1 }
                Console.standardOutput.json(result)
            }
        }
        if bad > 0 {
            throw CommandFailure(.data, "\(bad) \(bad == 1 ? "line" : "lines") could not be answered; see \"error\".")
        }
    }
}

/// What one line says: {"id": …, "text": …} and whatever else a command reads.
struct MessageLine {
    var id: JSON
    var text: String
    var fields: JSON

    /// The answer with the message's id; an object with `error` where the line holds no message or has no answer.
    static func answer(
        to line: [UInt8], number: Int, _ answer: (MessageLine) throws -> [String: JSON]
    ) -> JSON {
        guard let fields = try? JSON(bytes: line), fields.object != nil else {
            return ["id": nil, "line": .int(Int64(number)), "error": "the line is no JSON object"]
        }
        var members: [String: JSON] = [:]
        if let text = fields["text"]?.string {
            do {
                members = try answer(MessageLine(id: fields["id"] ?? .null, text: text, fields: fields))
            } catch let failure as CommandFailure {
                members = ["error": .string(failure.message)]
            } catch {
                members = ["error": .string("\(error)")]
            }
        } else {
            members = ["error": "the object has no \"text\" that is a string"]
        }
        members["id"] = fields["id"] ?? .null
        if members["error"] != nil { members["line"] = .int(Int64(number)) }
        return .object(members)
    }
}

/// A file's lines as bytes, one at a time, so that an answer can be had before the next line is written.
struct LineReader: ~Copyable {
    private let descriptor: Int32
    private let name: String
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// - Parameter path: `-` is standard input.
    init(_ path: String) throws {
        name = path
        descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw Self.failure(path) }
    }

    deinit {
        if descriptor > 0 { close(descriptor) }
    }

    /// The next line without its end, nil after the last.
    mutating func next() throws -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            guard !isAtEnd else {
                defer { start = buffer.count }
                return start < buffer.count ? Array(buffer[start...]) : nil
            }
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            try fill()
        }
    }

    private mutating func fill() throws {
        let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { chunk in
            let count = read(descriptor, chunk.baseAddress, chunk.count)
            if count > 0 { buffer.append(contentsOf: chunk[..<count]) }
            return count
        }
        if count < 0, errno != EINTR { throw Self.failure(name) }
        isAtEnd = count == 0
    }

    private static func failure(_ path: String) -> CommandFailure {
        CommandFailure(
            .data, "\(path == "-" ? "standard input" : path) cannot be read: \(String(cString: strerror(errno))).")
    }
}
