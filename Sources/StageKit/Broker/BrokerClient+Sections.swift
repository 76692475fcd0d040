public import StageProtocol

extension BrokerClient {
    /// A section of every case that has it, in the order in which the cases were opened, however many there are.
    /// - Parameter since: of the cases only in which it changed at or after this moment.
    /// - Returns: as the broker answers `sections`: `ref`, `section`, `status`, `opened` …
    public func sections(named name: String, since: Timestamp? = nil) async throws -> [JSON] {
        try await SectionPages.all(named: name, since: since) { try await ask("sections", $0, within: .seconds(60)) }
    }
}

extension StageContext {
    /// A section of every case that has it, in the order in which the cases were opened, however many there are; for a stage
    /// that reads the section.
    /// - Parameter since: of the cases only in which it changed at or after this moment.
    public func sections(named name: String, since: Timestamp? = nil) async throws -> [JSON] {
        try await SectionPages.all(named: name, since: since) { try await ask("sections", $0) }
    }
}

/// Sections over all cases, asked for one part after another.
enum SectionPages {
    /// What one answer has at most.
    static let size = 2000

    static func all(
        named name: String, since: Timestamp?, _ ask: (JSON) async throws -> JSON
    ) async throws -> [JSON] {
        var sections: [JSON] = []
        var last: Int64 = 0
        while true {
            var arguments: [String: JSON] = ["name": .string(name), "limit": .int(Int64(size)), "after": .int(last)]
            arguments["since"] = since.map { .string($0.description) }
            let page = try await ask(.object(arguments)).array ?? []
            sections += page
            guard page.count == size, let next = page.last?["number"]?.int, next > last else { return sections }
            last = next
        }
    }
}
