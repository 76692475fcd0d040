import StageKit
import TestSupport
import Testing

@testable import intake

/// The description of the JSON door, held against what the door really says.
@Suite struct OpenAPITests {
    private static let contact =
        #"{"from": {"address": "ann@customer.example", "name": "Ann"}, "text": "Where is it?"}"#

    /// A request, and the status that it is answered with.
    struct Request: Sendable {
        var mood = ScriptedDesk.Mood.taking
        var body = contact
        var type = "application/json"
        var key: String?
        var status: Int
    }

    static let requests = [
        Request(status: 201), Request(key: "k", status: 201), Request(body: #"{"text": ""}"#, status: 400),
        Request(body: "no json", status: 400), Request(key: "", status: 201),
        Request(body: #"{"from": {"address": "ann@customer.example"}, "text": "x", "refs": "?"}"#, status: 400),
        Request(type: "text/plain", status: 415), Request(mood: .away, status: 503), Request(mood: .full, status: 503),
    ]

    @Test(arguments: requests) func eachAnswerIsOneThatIsDescribed(request: Request) async throws {
        let desk = ScriptedDesk()
        desk.set(request.mood)
        try await withDoor(desk) { browser, _ async throws in
            let document = try JSON(bytes: Array(try await browser.get("/api/openapi.json").body.utf8))
            var headers = ["Content-Type": request.type]
            if let key = request.key, !key.isEmpty { headers["Idempotency-Key"] = key }
            let answer = try await browser.post("/api/contacts", headers, request.body)
            #expect(answer.status == request.status, "\(answer.body)")
            let post = try #require(document["paths"]?["/api/contacts"]?["post"])
            let described = try #require(post["responses"]?["\(answer.status)"], "\(answer.status) is not described")
            let schema = try #require(described["content"]?["application/json"]?["schema"])
            let body = try JSON(bytes: Array(answer.body.utf8))
            #expect(Schema(document).problems(of: body, schema) == [])
            if answer.status == 201 {
                let asked = try #require(post["requestBody"]?["content"]?["application/json"]?["schema"])
                #expect(Schema(document).problems(of: try JSON(bytes: Array(request.body.utf8)), asked) == [])
            }
            if answer.status == 503 {
                #expect(described["headers"]?["Retry-After"] != nil && answer.headers["retry-after"] != nil)
            }
        }
    }

    @Test func theDocumentIsOneOfOpenAPIAndAllItNamesIsThere() {
        let document = OpenAPI(settings: Bench.settings).document
        #expect(document["openapi"] == "3.1.0")
        #expect(document["info"]?["title"]?.string?.isEmpty == false && document["info"]?["version"]?.string != nil)
        var missing: [String] = []
        func visit(_ value: JSON) {
            if let reference = value["$ref"]?.string, Schema(document).find(reference) == nil {
                missing.append(reference)
            }
            value.object?.values.forEach(visit)
            value.array?.forEach(visit)
        }
        visit(document)
        #expect(missing == [])
        for operation in document["paths"]?.object?.values.compactMap({ $0["post"] }) ?? [] {
            #expect(operation["operationId"] != nil)
            #expect(operation["responses"]?.object?.values.allSatisfy { $0["description"]?.string != nil } == true)
        }
    }
}

/// The part of JSON Schema that the document uses.
private struct Schema {
    let document: JSON

    init(_ document: JSON) { self.document = document }

    func find(_ reference: String) -> JSON? {
        reference.split(separator: "/").dropFirst().reduce(Optional(document)) { $0?[String($1)] }
    }

    func problems(of value: JSON, _ schema: JSON, at place: String = "$") -> [String] {
        if let reference = schema["$ref"]?.string {
            guard let schema = find(reference) else { return ["\(place): \(reference) is nowhere"] }
            return problems(of: value, schema, at: place)
        }
        var found: [String] = []
        let types = schema["type"]?.array?.compactMap(\.string) ?? [schema["type"]?.string].compactMap(\.self)
        if !types.isEmpty, !types.contains(where: { isType($0, value) }) { found.append("\(place) is no \(types)") }
        if let choice = schema["enum"]?.array, !choice.contains(value) { found.append("\(place) is none of \(choice)") }
        if let least = schema["minLength"]?.int, let text = value.string, text.count < least {
            found.append("\(place) is too short")
        }
        if let members = value.object {
            for name in schema["required"]?.array?.compactMap(\.string) ?? [] where members[name] == nil {
                found.append("\(place) lacks \(name)")
            }
            for (name, member) in members {
                if let known = schema["properties"]?[name] {
                    found += problems(of: member, known, at: "\(place).\(name)")
                } else if schema["additionalProperties"] == false {
                    found.append("\(place).\(name) is not described")
                }
            }
        }
        if let items = schema["items"] {
            found += (value.array ?? []).flatMap { problems(of: $0, items, at: place + "[]") }
        }
        return found
    }

    private func isType(_ type: String, _ value: JSON) -> Bool {
        switch (type, value) {
        case ("object", .object), ("array", .array), ("string", .string), ("integer", .int), ("null", .null),
            ("boolean", .bool):
            true
        default: false
        }
    }
}
