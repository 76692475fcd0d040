package import Foundation
import Glibc
package import StageProtocol
import Synchronization

/// Debian's Chromium, driven over WebDriver: what a person with a browser sees and does.
package final class WebBrowser: Sendable {
    /// Whether there is a browser to drive.
    package static let isInstalled =
        FileManager.default.isExecutableFile(atPath: driver) && FileManager.default.isExecutableFile(atPath: program)

    private static let driver = "/usr/bin/chromedriver"
    private static let program = "/usr/bin/chromium"

    private let process = Process()
    private let folder: String
    private let http: HTTP
    private let session: String

    /// Starts a browser in which the pages' own scripts do not run.
    package init() async throws {
        // Short, since the browser puts sockets into folders below it, and a socket's path has 107 bytes.
        folder = NSTemporaryDirectory() + "cw-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = folder + "/log"
        try Data().write(to: URL(fileURLWithPath: path))
        let log = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        process.executableURL = URL(fileURLWithPath: Self.driver)
        // A port of its own choice it takes without asking whether it is free.
        let port = Int(Places.freePort())
        process.arguments = ["--port=\(port)"]
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder, "TMPDIR": folder]
        (process.standardOutput, process.standardError) = (log, log)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        try log.close()
        _ = try await eventually("chromedriver starts") {
            let words = try String(contentsOfFile: path, encoding: .utf8)
            return words.contains("started successfully") ? true : nil
        }
        http = HTTP(port: port)
        let options: JSON = [
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en"],
            "binary": .string(Self.program),
        ]
        let wish: JSON = ["capabilities": ["alwaysMatch": ["goog:chromeOptions": options]]]
        session = try await Self.call(http, "POST", "/session", wish)["sessionId"]?.string ?? ""
        try await scripts(false)
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Closes the browser, and waits until it has left.
    package func close() async throws {
        _ = try await call("DELETE", "")
        // The browser has left; its driver takes no other word for it.
        kill(process.processIdentifier, SIGKILL)
        _ = try await eventually("chromedriver ends") { process.isRunning ? nil : true }
    }

    // MARK: Pages

    package func open(_ url: String) async throws { _ = try await call("POST", "/url", ["url": .string(url)]) }
    package func url() async throws -> String { try await call("GET", "/url").string ?? "" }
    package func title() async throws -> String { try await call("GET", "/title").string ?? "" }
    package func text() async throws -> String { try await Element(browser: self, css: "body").text() }

    /// Waits until the page that is open, or the one that is on its way, says something.
    package func shows(_ words: String) async throws {
        let end = ContinuousClock.now + .seconds(20)
        var text = ""
        while !text.contains(words) {
            guard ContinuousClock.now < end else {
                throw Failure(description: "no page says \"\(words)\"; at \(try await url()) stands: \(text)")
            }
            // A page that is just being left has no text to give.
            text = (try? await self.text()) ?? ""
        }
    }

    /// The one element that a CSS selector finds.
    package func find(_ css: String) -> Element { Element(browser: self, css: css) }

    /// Presses keys wherever the focus is; `\u{E004}` is Tab, `\u{E007}` Enter.
    package func press(_ keys: String) async throws {
        let strokes = keys.flatMap { key -> [JSON] in
            ["keyDown", "keyUp"].map { ["type": .string($0), "value": .string(String(key))] }
        }
        let actions: JSON = ["actions": [["type": "key", "id": "keys", "actions": .array(strokes)]]]
        _ = try await call("POST", "/actions", actions)
    }

    /// Runs a script of the test's own, which the pages' ban on scripts does not concern.
    package func run(_ script: String) async throws -> JSON {
        try await call("POST", "/execute/sync", ["script": .string(script), "args": []])
    }

    /// Runs a script of the test's own that ends by calling its last argument; it may wait.
    package func runAsync(_ script: String) async throws -> JSON {
        try await scripts(true)
        let answer = try await call("POST", "/execute/async", ["script": .string(script), "args": []])
        try await scripts(false)
        return answer
    }

    /// Whether scripts of pages run.
    private func scripts(_ run: Bool) async throws {
        try await devTools("Emulation.setScriptExecutionDisabled", ["value": .bool(!run)])
    }

    // MARK: The device

    /// A screen of so many CSS pixels.
    package func screen(width: Int, height: Int, isPhone: Bool = true) async throws {
        try await devTools(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": .int(Int64(width)), "height": .int(Int64(height)), "deviceScaleFactor": 1,
                "mobile": .bool(isPhone),
            ])
    }

    package func prefers(dark: Bool) async throws {
        let feature: JSON = ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]
        try await devTools("Emulation.setEmulatedMedia", ["features": [feature]])
    }

    package func speaks(_ languages: String) async throws {
        try await devTools("Network.enable", [:])
        try await devTools("Network.setExtraHTTPHeaders", ["headers": ["Accept-Language": .string(languages)]])
    }

    /// The whole page as PNG.
    package func screenshot() async throws -> Data {
        let picture = try await devTools("Page.captureScreenshot", ["captureBeyondViewport": true])
        return Data(base64Encoded: picture["data"]?.string ?? "") ?? Data()
    }

    @discardableResult
    private func devTools(_ command: String, _ parameters: JSON) async throws -> JSON {
        try await call("POST", "/goog/cdp/execute", ["cmd": .string(command), "params": parameters])
    }

    // MARK: WebDriver

    fileprivate func call(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
        try await Self.call(http, method, "/session/\(session)\(path)", body)
    }

    private static func call(_ http: HTTP, _ method: String, _ path: String, _ body: JSON?) async throws -> JSON {
        let answer = try await http.send(method, path, ["Content-Type": "application/json"], body?.bytes ?? [])
        let value = try JSON(bytes: Array(answer.body.utf8))["value"] ?? .null
        guard answer.status == 200 else { throw Failure(description: "\(method) \(path): \(answer.body.prefix(600))") }
        return value
    }

    /// What the browser would not do.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }
}

/// Hands a browser to a body and closes it, whatever comes of that.
package func withBrowser<T>(_ body: (WebBrowser) async throws -> T) async throws -> T {
    let browser = try await WebBrowser()
    let result: Result<T, any Error>
    do { result = .success(try await body(browser)) } catch { result = .failure(error) }
    let closed: Result<Void, any Error>
    do { closed = .success(try await browser.close()) } catch { closed = .failure(error) }
    let value = try result.get()
    try closed.get()
    return value
}

/// Something on a page.
package struct Element: Sendable {
    fileprivate let browser: WebBrowser
    fileprivate let css: String

    package func text() async throws -> String { try await call("GET", "/text").string ?? "" }
    package func click() async throws { _ = try await call("POST", "/click", [:]) }
    package func type(_ text: String) async throws { _ = try await call("POST", "/value", ["text": .string(text)]) }
    package func value() async throws -> String { try await call("GET", "/property/value").string ?? "" }

    package func isThere() async throws -> Bool {
        let query: JSON = ["using": "css selector", "value": .string(css)]
        return try await browser.call("POST", "/elements", query).array?.isEmpty == false
    }

    private func call(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
        let found = try await browser.call("POST", "/element", ["using": "css selector", "value": .string(css)])
        guard case .object(let members) = found, let id = members.values.first?.string else {
            throw WebBrowser.Failure(description: "there is no \(css)")
        }
        return try await browser.call(method, "/element/\(id)\(path)", body)
    }
}
