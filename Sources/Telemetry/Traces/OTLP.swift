package import StageProtocol

extension CaseTrace {
    /// The trace as a collector takes it: an `ExportTraceServiceRequest` of OpenTelemetry in JSON (OTLP 1.x), for
    /// `POST /v1/traces`. Nothing of it says what anybody wrote.
    /// - Parameters:
    ///   - pipeline: the pipeline's name, the namespace of its services.
    ///   - version: Casewire's.
    package func otlp(pipeline: String, version: String) -> JSON {
        let places = Dictionary(grouping: spans) { Service(name: $0.stage, instance: $0.instance) }
        let stages = places.sorted { ($0.key.name, $0.key.instance ?? "") < ($1.key.name, $1.key.instance ?? "") }
        return [
            "resourceSpans": .array(
                [resource(Service(name: "casewire", instance: nil), [whole], pipeline, version)]
                    + stages.map { resource($0.key, $0.value.map(json), pipeline, version) })
        ]
    }

    private struct Service: Hashable {
        let name: String
        let instance: String?
    }

    private func resource(_ service: Service, _ spans: [JSON], _ pipeline: String, _ version: String) -> JSON {
        var attributes = [
            attribute("service.name", .string(service.name)), attribute("service.namespace", .string(pipeline)),
        ]
        if let instance = service.instance { attributes.append(attribute("service.instance.id", .string(instance))) }
        return [
            "resource": ["attributes": .array(attributes)],
            "scopeSpans": [["scope": ["name": "casewire", "version": .string(version)], "spans": .array(spans)]],
        ]
    }

    /// The case itself, from its first contact to the last that was done for it.
    private var whole: JSON {
        let start = min(opened, spans.map(\.ready).min() ?? opened)
        var members: [String: JSON] = [
            "traceId": .string(trace), "spanId": .string(root), "name": "case", "kind": 1,
            "startTimeUnixNano": nanoseconds(start),
            "endTimeUnixNano": nanoseconds(spans.map(\.ended).max() ?? opened),
            "attributes": [attribute("casewire.case", .string(ref))],
        ]
        members["parentSpanId"] = parent.map { .string($0) }
        if !links.isEmpty {
            members["links"] = .array(links.map { ["traceId": .string($0.trace), "spanId": .string($0.span)] })
        }
        return .object(members)
    }

    private func json(_ span: Span) -> JSON {
        var attributes = [
            attribute("casewire.case", .string(ref)), attribute("casewire.attempt", .int(Int64(span.attempt))),
            attribute("casewire.state", .string(span.state.rawValue)),
            attribute("casewire.wait_ms", .int(span.wait.wholeMilliseconds)),
            attribute("messaging.system", "casewire"), attribute("messaging.operation.type", "process"),
            attribute("messaging.destination.name", .string(span.stage)),
            attribute("messaging.message.id", .string("\(span.message)")),
        ]
        let isWrong = span.state == .failed || span.state == .dead
        if let code = span.code { attributes.append(attribute("error.type", .string(code))) }
        return [
            "traceId": .string(trace), "spanId": .string(span.id), "parentSpanId": .string(span.parent),
            "name": .string("process \(span.type)"), "kind": 5, "startTimeUnixNano": nanoseconds(span.begun),
            "endTimeUnixNano": nanoseconds(span.ended), "attributes": .array(attributes),
            "status": isWrong ? ["code": 2, "message": .string(span.code ?? span.state.rawValue)] : [:],
        ]
    }

    /// 64-bit numbers are texts in OTLP's JSON.
    private func nanoseconds(_ moment: Timestamp) -> JSON { .string("\(moment.milliseconds * 1_000_000)") }

    private func attribute(_ key: String, _ value: JSON) -> JSON {
        let typed: JSON =
            if case .int(let number) = value { ["intValue": .string("\(number)")] } else {
                ["stringValue": value]
            }
        return ["key": .string(key), "value": typed]
    }
}
