import Mail
import Pipeline
import StageProtocol

/// Reads the messages of exports as mails, a piece of the file at a time.
struct RecordReading: Sendable {
    let paths: [String]
    let mapping: ImportMapping

    func start(ahead: Int) throws -> MailReading {
        try MailReading(ahead: ahead) { tell in
            for path in paths {
                do {
                    try read(path, tell)
                } catch {
                    tell(.passed(path: path, reason: "\(error)", isMail: true))
                }
            }
        }
    }

    private func read(_ path: String, _ tell: (MailReading.Item) -> Void) throws {
        switch mapping.format {
        case .json:
            var elements = JSONElements(path: mapping.records)
            var count = 0
            try pieces(of: path) { piece in
                try elements.feed(piece) {
                    count += 1
                    record($0, path, count, tell)
                }
            }
            guard elements.isWhole else { throw ImportProblem(message: "the file ends in the middle of a record") }
            guard count > 0 else {
                let place =
                    mapping.records.isEmpty
                    ? "the file is" : "there is no \(mapping.records.joined(separator: ".")) that is"
                throw ImportProblem(message: "\(place) a list of records; look at \"records\" in the mapping file")
            }
        case .jsonl:
            var line: [UInt8] = []
            var count = 0
            try pieces(of: path) { piece in
                var rest = piece[...]
                while let end = rest.firstIndex(of: 0x0A) {
                    line += rest[..<end]
                    rest = rest[(end + 1)...]
                    count += 1
                    if !line.isEmpty { record(line, path, count, tell) }
                    line.removeAll(keepingCapacity: true)
                }
                line += rest
            }
            if !line.isEmpty { record(line, path, count + 1, tell) }
        case .csv: try readRows(path, tell)
        }
    }

    private func readRows(_ path: String, _ tell: (MailReading.Item) -> Void) throws {
        var rows = CSVRows()
        var header: [String]?
        var count = 0
        func take(_ row: [String]) {
            guard let names = header else { return header = row }
            count += 1
            let members = zip(names, row).map { ($0, JSON.string($1)) }
            messages(of: .object(Dictionary(members, uniquingKeysWith: { $1 })), path, count, tell)
        }
        try pieces(of: path) { try rows.feed($0, take) }
        try rows.finish(take)
    }

    private func record(_ bytes: [UInt8], _ path: String, _ number: Int, _ tell: (MailReading.Item) -> Void) {
        guard let record = try? JSON(bytes: bytes) else {
            return tell(.passed(path: "\(path)#\(number)", reason: "the record is no JSON", isMail: true))
        }
        messages(of: record, path, number, tell)
    }

    private func messages(of record: JSON, _ path: String, _ number: Int, _ tell: (MailReading.Item) -> Void) {
        for message in HistoricMail.messages(of: record, mapping) {
            switch message {
            case .success(let mail): tell(.mail(path: "\(path)#\(mail.id)", bytes: mail.bytes, history: mail.history))
            case .failure(let problem):
                tell(.passed(path: "\(path)#\(number)", reason: problem.message, isMail: true))
            }
        }
    }

    private func pieces(of path: String, _ body: ([UInt8]) throws -> Void) throws {
        var file = try FileReader(path)
        while let piece = try file.next() { try body(piece) }
    }
}
