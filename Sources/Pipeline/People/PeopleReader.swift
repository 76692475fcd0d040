import Calendars

/// Reads `people.yaml`.
struct PeopleReader {
    let decoding: Decoding

    func read(_ node: YAMLNode) -> People? { document(node)?.people }

    /// The people with the places of what other files know about.
    func document(_ node: YAMLNode) -> PeopleDocument? {
        guard let fields = decoding.fields(node, "the people file", keys: ["people", "ladder", "ladders"]) else {
            return nil
        }
        let entries = fields.required("people").flatMap { decoding.fields($0, "people", keys: nil)?.entries } ?? []
        var found = Found()
        let people = entries.compactMap { person($0, &found) }
        let ladder = fields.required("ladder").map { self.ladder($0, ids: entries.map(\.key)) } ?? []
        let topics = fields["ladders"].flatMap { decoding.fields($0, "ladders", keys: nil)?.entries } ?? []
        let ladders = topics.map { ($0.key, self.ladder($0.value, ids: entries.map(\.key))) }
        guard !people.isEmpty, !ladder.isEmpty else { return nil }
        return PeopleDocument(
            people: People(people: people, ladder: ladder, ladders: Dictionary(ladders, uniquingKeysWith: { $1 })),
            addresses: found.addresses,
            topics: found.topics + topics.map { Located(value: $0.key, place: $0.keyPlace) })
    }

    /// What is found on the way through the people.
    private struct Found {
        var addresses: [Located<String>] = []
        var topics: [Located<String>] = []
    }

    private func person(_ entry: YAMLNode.Entry, _ found: inout Found) -> People.Person? {
        let keys = ["name", "address", "role", "topics", "languages", "authority", "away", "hours", "zone"]
        guard let fields = decoding.fields(entry.value, entry.key, keys: keys) else { return nil }
        let name = fields.required("name").flatMap { decoding.text($0, "the name")?.value }
        let address = fields.required("address").flatMap { decoding.mailAddress($0, "the address of \(entry.key)") }
        let role = fields.required("role").flatMap { decoding.text($0, "the role")?.value }
        let topics = fields["topics"].flatMap { decoding.texts($0, "topics", orOne: true) } ?? []
        found.topics += topics
        let languages = fields.required("languages").flatMap { decoding.languages($0, "languages") } ?? []
        let authority = fields["authority"].map(authority) ?? [:]
        let away = fields["away"].map(absences) ?? []
        let zone = fields["zone"].flatMap { decoding.text($0, "the time zone") }
        let hours = fields["hours"].map { CalendarReader(decoding: decoding).week($0) } ?? [:]
        if let hoursNode = fields["hours"] { check(hours, zone, at: hoursNode.place) }
        if let address {
            if let first = found.addresses.first(where: { $0.value.lowercased() == address.value.lowercased() }) {
                decoding.findings.error(
                    .badValue, at: address.place, "\(address.value) is another person's address already",
                    notes: [.init(place: first.place, message: "it stands here first")])
            }
            found.addresses.append(address)
        }
        guard let name, let address, let role else { return nil }
        return .init(
            id: entry.key, name: name, address: address.value, role: role, topics: topics.map(\.value),
            languages: languages.map(\.value), authority: authority, away: away, hours: hours, zone: zone?.value)
    }

    /// Whether the hours make a calendar.
    private func check(_ hours: BusinessCalendar.Week, _ zone: Located<String>?, at place: Place) {
        do {
            _ = try BusinessCalendar(zone: zone?.value ?? "UTC", week: hours)
        } catch {
            let isZone = if case .unknownZone = error { true } else { false }
            decoding.findings.error(.badCalendar, at: isZone ? zone?.place ?? place : place, error.description)
        }
    }

    private func authority(_ node: YAMLNode) -> [String: Double] {
        var authority: [String: Double] = [:]
        let kinds = ["refund", "credit", "discount", "discount_percent"]
        for entry in decoding.fields(node, "authority", keys: kinds)?.entries ?? [] where kinds.contains(entry.key) {
            let most = entry.key == "discount_percent" ? 100 : Double.greatestFiniteMagnitude
            authority[entry.key] = decoding.number(entry.value, entry.key, in: 0...most)
        }
        return authority
    }

    private func absences(_ node: YAMLNode) -> [People.Person.Absence] {
        let elements: [YAMLNode] = if case .sequence(let elements) = node.content { elements } else { [node] }
        return elements.compactMap { element in
            guard let fields = decoding.fields(element, "an absence", keys: ["from", "until"]),
                let from = fields.required("from").flatMap(date), let until = fields.required("until").flatMap(date)
            else { return nil }
            guard from <= until else {
                decoding.findings.error(.badValue, at: element.place, "this absence ends before it begins")
                return nil
            }
            return .init(from: from, until: until)
        }
    }

    private func date(_ node: YAMLNode) -> CalendarDay? {
        guard let text = decoding.text(node, "a date") else { return nil }
        if let day = CalendarDay(text.value) { return day }
        decoding.findings.error(.badValue, at: text.place, "\(node.kind) is no date", hint: "write it as 2026-12-25")
        return nil
    }

    private func ladder(_ node: YAMLNode, ids: [String]) -> [People.Rung] {
        let rungs = decoding.list(node, "the ladder") ?? []
        if rungs.isEmpty { decoding.findings.error(.missingKey, at: node.place, "the ladder needs at least one rung") }
        return rungs.enumerated().compactMap { index, rung in
            // The first rung is told at once, every further one when the one below had its chance.
            var after: TimeSpan = index == 0 ? .elapsed(0) : .business(3_600_000)
            var who: YAMLNode? = rung
            if case .mapping = rung.content {
                guard let fields = decoding.fields(rung, "a rung", keys: ["who", "after"]) else { return nil }
                who = fields.required("who")
                after = fields["after"].flatMap { decoding.span($0, "after") } ?? after
            }
            let names = who.flatMap { decoding.texts($0, "a rung", orOne: true) } ?? []
            for name in names where !ids.contains(name.value) {
                decoding.findings.unknown(
                    .unknownName, at: name.place, "nobody is called \"\(name.value)\"", name: name.value, among: ids)
            }
            return names.isEmpty ? nil : People.Rung(who: names.map(\.value), after: after)
        }
    }
}

/// The people with the places of what other files know about.
struct PeopleDocument {
    var people: People
    var addresses: [Located<String>]
    /// Those of people and of ladders.
    var topics: [Located<String>]
}
