import StageProtocol
import Testing

@Suite struct TraceContextTests {
    private let trace = "4bf92f3577b34da6a3ce929d0e0e4736"

    @Test func aTraceparentIsReadAndWritten() throws {
        let text = "00-\(trace)-00f067aa0ba902b7-01"
        let context = try #require(TraceContext(traceparent: text))
        #expect(context == TraceContext(trace: trace, span: "00f067aa0ba902b7"))
        #expect(context.traceparent == text)
        #expect(TraceContext(traceparent: text.dropLast() + "0")?.isSampled == false)
        #expect(TraceContext(traceparent: "01-\(trace)-00f067aa0ba902b7-01-what-comes-later") == context)
    }

    @Test(arguments: [
        "", "00", "00-1-1-01", "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-4bf92f3577b34da6a3ce929d0e0e473é-00f067aa0ba902b7-01",
    ])
    func whatIsNoneIsNone(text: String) { #expect(TraceContext(traceparent: text) == nil) }

    @Test func everyEpochHasASpanOfItsOwn() {
        let spans = ["1.1", "1.2", "2.1", "12.1099511627775"].compactMap(TraceContext.span)
        #expect(Set(spans).count == 4)
        #expect(spans.allSatisfy { TraceContext(traceparent: "00-\(trace)-\($0)-01") != nil })
        #expect(TraceContext.span(epoch: "0.0") == nil)
        #expect(TraceContext.span(epoch: "e") == nil)
        let roots = ["CW-1", "CW-2"].map { TraceContext.root(trace: trace, of: $0) }
        #expect(roots.allSatisfy { $0.hasPrefix("f") && TraceContext(traceparent: "00-\(trace)-\($0)-01") != nil })
        #expect(Set(roots).count == 2)
    }
}
