import Foundation

/// What is done with each input. A target never returns an error: what must not happen traps.
protocol FuzzTarget {
    /// Its name on the command line.
    static var name: String { get }
    init() throws
    func run(_ input: [UInt8])
}

private var targets: [any FuzzTarget.Type] {
    [FrameTarget.self, OutcomeTarget.self, PipelineTarget.self, MailTarget.self]
}

/// The target of this process: libFuzzer calls both functions below on one thread.
nonisolated(unsafe) private var target: (any FuzzTarget)?

private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// libFuzzer's loop, with a function that is called with each input.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
    _ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// The main function, by the name under which the package manager looks for it: `casewire-fuzz frames -max_total_time=60 FOLDER…`. What follows
/// the target's name is libFuzzer's.
@_cdecl("casewire_fuzz_main")
func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    let name = count > 1 ? arguments[1].map { String(cString: $0) } ?? "" : ""
    guard let type = targets.first(where: { $0.name == name }) else {
        print("usage: casewire-fuzz \(targets.map { $0.name }.joined(separator: "|")) [option of libFuzzer…] [folder…]")
        return 64
    }
    do {
        target = try type.init()
    } catch {
        print("\(name) cannot be set up: \(error)")
        return 1
    }
    var rest = arguments + 1
    rest[0] = arguments[0]
    var restCount = count - 1
    return runDriver(&restCount, &rest, testOneInput)
}

private func testOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
