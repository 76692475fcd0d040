// The headers that cross the wire with every hop, written and read without the detour through Codable's containers, which costs several times
// as much. Bytes and errors are those of the types' Codable conformances.

/// A header that can be written to a text and read from one directly.
protocol DirectHeader: Codable {
    func write(to sink: JSONSink) throws
    init(_ document: JSONDocument, at place: Int) throws
}

extension Lease: DirectHeader {
    func write(to sink: JSONSink) {
        sink.object { members in
            members.add("delivery") { $0.integer(delivery) }
            members.add("epoch") { $0.string(epoch) }
        }
    }

    init(_ document: JSONDocument, at place: Int) throws {
        let members = try MemberReader(document, place)
        self.init(
            delivery: try members.integer("delivery"), epoch: try document.string(at: members.place(of: "epoch")))
    }
}

extension Delivery: DirectHeader {
    func write(to sink: JSONSink) throws {
        try sink.object { members in
            members.add("attempt") { $0.integer(attempt) }
            if let head = self.case { try members.add("case") { try head.write(to: $0) } }
            if let data { members.add("data") { $0.integer(data) } }
            members.add("delivery") { $0.integer(delivery) }
            members.add("epoch") { $0.string(epoch) }
            members.add("lease_ms") { $0.integer(lease_ms) }
            if let log { members.add("log") { $0.integer(log) } }
            members.add("message") { message.write(to: $0) }
            members.add("now") { $0.timestamp(now) }
            if let say { try members.add("say") { try $0.encode(say) } }
            try members.add("sections") { try $0.encode(sections) }
            if let submission { try members.add("submission") { try $0.encode(submission) } }
        }
    }

    init(_ document: JSONDocument, at place: Int) throws {
        let members = try MemberReader(document, place)
        self.init(
            delivery: try members.integer("delivery"), epoch: try document.string(at: members.place(of: "epoch")),
            attempt: try members.integer("attempt"), now: try document.timestamp(at: members.place(of: "now")),
            lease_ms: try members.integer("lease_ms"),
            message: try Message(document, at: members.place(of: "message")),
            data: try members.present("data").map { try document.integer(Int.self, at: $0) },
            case: try members.present("case").map { try CaseHead(document, at: $0) },
            log: try members.present("log").map { try document.integer(Int.self, at: $0) },
            sections: try document.decode([SectionHead].self, at: members.place(of: "sections")),
            submission: try members.present("submission").map { try document.decode(SubmissionHead.self, at: $0) },
            say: try members.present("say").map { try document.decode(SayHead.self, at: $0) })
    }
}

extension Outcome: DirectHeader {
    func write(to sink: JSONSink) throws {
        try sink.object { members in
            if let admit { try members.add("admit") { try $0.encode(admit) } }
            if let append { try members.add("append") { try $0.encode(append) } }
            if let cancel { try members.add("cancel") { try $0.encode(cancel) } }
            if let count { try members.add("count") { try $0.encode(count) } }
            members.add("delivery") { $0.integer(delivery) }
            if let emit { members.add("emit") { $0.list(emit) { $0.write(to: $1) } } }
            members.add("epoch") { $0.string(epoch) }
            if let keep { try members.add("keep") { try $0.encode(keep) } }
            if let open { try members.add("open") { try $0.encode(open) } }
            if let owner { members.add("owner") { $0.string(owner) } }
            if let park { try members.add("park") { try $0.encode(park) } }
            if let promise { try members.add("promise") { try $0.encode(promise) } }
            if let reopen { try members.add("reopen") { try $0.encode(reopen) } }
            if let resolve { try members.add("resolve") { try $0.encode(resolve) } }
            if let results { try members.add("results") { try $0.encode(results) } }
            if let say { try members.add("say") { try $0.encode(say) } }
            if let set { members.add("set") { $0.list(set) { $0.write(to: $1) } } }
            if let standards { try members.add("standards") { try $0.encode(standards) } }
            if let timers { members.add("timers") { $0.list(timers) { $0.write(to: $1) } } }
            if let verdicts { try members.add("verdicts") { try $0.encode(verdicts) } }
            if let withdraw { try members.add("withdraw") { try $0.encode(withdraw) } }
        }
    }

    init(_ document: JSONDocument, at place: Int) throws {
        let members = try MemberReader(document, place)
        self.init(
            Lease(
                delivery: try members.integer("delivery"), epoch: try document.string(at: members.place(of: "epoch"))))
        append = try members.value("append")
        set = try members.value("set")
        emit = try members.list("emit") { try Emit(document, at: $0) }
        timers = try members.value("timers")
        cancel = try members.value("cancel")
        say = try members.value("say")
        verdicts = try members.value("verdicts")
        results = try members.value("results")
        promise = try members.value("promise")
        keep = try members.value("keep")
        withdraw = try members.value("withdraw")
        standards = try members.value("standards")
        open = try members.value("open")
        count = try members.value("count")
        owner = try members.value("owner")
        resolve = try members.value("resolve")
        reopen = try members.value("reopen")
        admit = try members.value("admit")
        park = try members.value("park")
    }
}

extension Emit {
    fileprivate func write(to sink: JSONSink) {
        sink.object { members in
            if let body { members.add("body") { $0.integer(body) } }
            if let `case` { members.add("case") { $0.string(`case`) } }
            if let deadline { members.add("deadline") { $0.timestamp(deadline) } }
            members.add("output") { $0.string(output) }
        }
    }

    fileprivate init(_ document: JSONDocument, at place: Int) throws {
        let members = try MemberReader(document, place)
        self.init(
            output: try document.string(at: members.place(of: "output")),
            body: try members.present("body").map { try document.integer(Int.self, at: $0) },
            deadline: try members.present("deadline").map { try document.timestamp(at: $0) },
            case: try members.present("case").map { try document.string(at: $0) })
    }
}

extension SetSection {
    fileprivate func write(to sink: JSONSink) {
        sink.object { members in
            members.add("base") { $0.integer(base) }
            members.add("body") { $0.integer(body) }
            members.add("name") { $0.string(name) }
            members.add("schema") { $0.string(schema) }
        }
    }
}

extension SetTimer {
    fileprivate func write(to sink: JSONSink) {
        sink.object { members in
            members.add("at") { $0.timestamp(at) }
            if let body { members.add("body") { $0.integer(body) } }
            members.add("name") { $0.string(name) }
            members.add("type") { $0.string(type) }
        }
    }
}

extension Message {
    fileprivate func write(to sink: JSONSink) {
        sink.object { members in
            members.add("deadline") { $0.timestamp(deadline) }
            members.add("id") { $0.string(id) }
            members.add("source") { $0.string(source) }
            members.add("specversion") { $0.string(specversion) }
            if let subject { members.add("subject") { $0.string(subject) } }
            members.add("time") { $0.timestamp(time) }
            members.add("traceparent") { $0.string(traceparent) }
            members.add("type") { $0.string(type) }
        }
    }

    fileprivate init(_ document: JSONDocument, at place: Int) throws {
        let members = try MemberReader(document, place)
        self.init(
            id: try document.string(at: members.place(of: "id")),
            source: try document.string(at: members.place(of: "source")),
            type: try document.string(at: members.place(of: "type")),
            subject: try members.present("subject").map { try document.string(at: $0) },
            time: try document.timestamp(at: members.place(of: "time")),
            traceparent: try document.string(at: members.place(of: "traceparent")),
            deadline: try document.timestamp(at: members.place(of: "deadline")))
        specversion = try document.string(at: members.place(of: "specversion"))
    }
}

extension CaseHead {
    fileprivate func write(to sink: JSONSink) throws {
        try sink.object { members in
            members.add("heard") { $0.integer(heard) }
            if let history { try members.add("history") { try $0.encode(history) } }
            if let kind { members.add("kind") { $0.string(kind) } }
            if let linked { members.add("linked") { $0.string(linked) } }
            if let load { try members.add("load") { try $0.encode(load) } }
            members.add("opened") { $0.timestamp(opened) }
            if let owner { members.add("owner") { $0.string(owner) } }
            members.add("ref") { $0.string(ref) }
            members.add("status") { $0.string(status.rawValue) }
            if let subject { members.add("subject") { $0.string(subject) } }
        }
    }

    fileprivate init(_ document: JSONDocument, at place: Int) throws {
        let members = try MemberReader(document, place)
        self.init(
            ref: try document.string(at: members.place(of: "ref")),
            status: try document.decode(CaseStatus.self, at: members.place(of: "status")),
            heard: try members.integer("heard"), opened: try document.timestamp(at: members.place(of: "opened")),
            subject: try members.present("subject").map { try document.string(at: $0) },
            owner: try members.present("owner").map { try document.string(at: $0) },
            linked: try members.present("linked").map { try document.string(at: $0) },
            kind: try members.present("kind").map { try document.string(at: $0) },
            history: try members.present("history").map { try document.decode([Past].self, at: $0) },
            load: try members.present("load").map { try document.decode([String: Int].self, at: $0) })
    }
}

// MARK: Members

/// Writes the members of an object; they come in alphabetical order.
struct MemberWriter {
    fileprivate let sink: JSONSink
    fileprivate var isFirst = true

    mutating func add(_ name: StaticString, _ write: (JSONSink) throws -> Void) rethrows {
        if !isFirst { sink.bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        sink.bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { sink.bytes.append(contentsOf: $0) }
        sink.bytes.append(UInt8(ascii: "\""))
        sink.bytes.append(UInt8(ascii: ":"))
        try write(sink)
    }
}

extension JSONSink {
    func object(_ body: (inout MemberWriter) throws -> Void) rethrows {
        bytes.append(UInt8(ascii: "{"))
        var members = MemberWriter(sink: self)
        try body(&members)
        bytes.append(UInt8(ascii: "}"))
    }

    func list<T>(_ elements: [T], _ write: (T, JSONSink) -> Void) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(element, self)
        }
        bytes.append(UInt8(ascii: "]"))
    }
}

/// Finds the members of an object.
private struct MemberReader {
    let document: JSONDocument
    let object: Int

    init(_ document: JSONDocument, _ place: Int) throws {
        guard document.text.values[place].kind == .object else {
            throw document.mismatch([String: JSON].self, at: place)
        }
        self.document = document
        object = place
    }

    func place(of name: String) throws -> Int {
        guard let member = document.member(name, of: object) else {
            throw DecodingError.keyNotFound(
                JSONKey(stringValue: name),
                .init(codingPath: document.path(to: object), debugDescription: "no such member"))
        }
        return member
    }

    /// A member that is there and not null.
    func present(_ name: String) -> Int? {
        document.member(name, of: object).flatMap { document.isNull(at: $0) ? nil : $0 }
    }

    func value<T: Decodable>(_ name: String) throws -> T? {
        try present(name).map { try document.decode(T.self, at: $0) }
    }

    func list<T>(_ name: String, _ read: (Int) throws -> T) throws -> [T]? {
        guard let place = present(name) else { return nil }
        guard document.text.values[place].kind == .array else { throw document.mismatch([JSON].self, at: place) }
        return try document.elements(of: place).map(read)
    }

    func integer<T: FixedWidthInteger>(_ name: String) throws -> T {
        try document.integer(T.self, at: place(of: name))
    }
}
