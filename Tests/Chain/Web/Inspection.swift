import Foundation
import StageProtocol
import TestSupport
import Testing

/// Looks at a page as somebody would who cannot see it well, has a small screen, or likes it dark.
///
/// `CASEWIRE_SCREENSHOTS` names a folder for pictures of all pages. axe-core is not part of this project: where `make axe`
/// has fetched it, or `CASEWIRE_AXE` names it, its findings have to be none as well.
struct Inspection {
    let browser: WebBrowser

    private static let script = Result {
        try String(contentsOfFile: Places.project + "/Tests/Chain/Web/inspect.js", encoding: .utf8)
    }

    private static let environment = ProcessInfo.processInfo.environment
    private static let axe: String? = {
        let path = environment["CASEWIRE_AXE"] ?? Places.project + "/.build/axe/axe.min.js"
        return try? String(contentsOfFile: path, encoding: .utf8)
    }()

    /// Whether axe-core looks, too.
    static var hasAxe: Bool { axe != nil }

    /// Inspects the page that is open, on the smallest screen there is and on a large one, in light and dark.
    func look(at name: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        for (width, height, isPhone) in [(320, 640, true), (1280, 800, false)] {
            try await browser.screen(width: width, height: height, isPhone: isPhone)
            for dark in [false, true] {
                try await browser.prefers(dark: dark)
                let place = "\(name), \(width) wide, \(dark ? "dark" : "light")"
                let own = try await browser.run(Self.script.get()).array ?? []
                #expect(own == [], "\(place)", sourceLocation: sourceLocation)
                if let axe = Self.axe {
                    let found = try await browser.runAsync(axe + Self.run).array ?? [.null]
                    #expect(found == [], "axe on \(place)", sourceLocation: sourceLocation)
                }
                try await picture("\(name)-\(isPhone ? "phone" : "desktop")-\(dark ? "dark" : "light")")
            }
        }
        try await browser.prefers(dark: false)
        try await browser.screen(width: 360, height: 740)
    }

    private func picture(_ name: String) async throws {
        guard let folder = Self.environment["CASEWIRE_SCREENSHOTS"] else { return }
        try await browser.screenshot().write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
    }

    private static let run = """
        ;const done = arguments[arguments.length - 1];
        axe.run(document).then(
          ({ violations, passes }) => done(passes.length < 10 ? ["it hardly looked"] : violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ").slice(0, 300)}`)),
          (error) => done([String(error)]));
        """
}
