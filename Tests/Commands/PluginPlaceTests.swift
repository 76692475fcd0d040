import Foundation
import Testing

@testable import CasewireCommands

/// A new plugin finds what it is written with, wherever it is made.
@Suite final class PluginPlaceTests {
    private let root = "/tmp/casewire-place-\(UInt64.random(in: .min ... .max))"

    init() throws {
        for file in [
            "checkout/Package.swift", "checkout/pipeline.yaml", "checkout/plugins/kit-python/pyproject.toml",
            "usr/share/casewire/plugins/kit-python/pyproject.toml", "shop/pipeline.yaml",
        ] {
            let path = URL(filePath: "\(root)/\(file)")
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data().write(to: path)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    private func place(
        _ folder: String, from home: String, by program: String = "usr/lib/casewire/casewire", given: String? = nil
    ) throws -> PluginPlace {
        try PluginPlace(folder, given: given, home: "\(root)/\(home)", program: "\(root)/\(program)")
    }

    @Test func besideTheKitInACheckout() throws {
        let place = try place("plugins/watch", from: "checkout")
        #expect(place.folder == "plugins/watch")
        #expect(place.kit?.own == "../kit-python" && place.kit?.pipeline == "plugins/kit-python")
        #expect(place.package == #".package(name: "casewire", path: "../..")"#)
    }

    @Test func deeperInACheckout() throws {
        let place = try place("my/own/watch", from: "checkout/mine")
        #expect(place.folder == "mine/my/own/watch")
        #expect(place.kit?.own == "../../../../plugins/kit-python" && place.kit?.pipeline == "plugins/kit-python")
    }

    @Test func whereCasewireIsInstalled() throws {
        let kit = "\(root)/usr/share/casewire/plugins/kit-python"
        let beside = try place("watch", from: "shop")
        #expect(beside.folder == "watch" && beside.package == nil)
        #expect(beside.kit?.own == kit && beside.kit?.pipeline == kit)
        let away = try place("/srv/watch", from: "")
        #expect(away.folder == "/srv/watch" && away.kit?.own == kit)
    }

    @Test func withAProgramOfACheckout() throws {
        let place = try place("watch", from: "shop", by: "checkout/.build/release/casewire")
        #expect(place.kit?.own == "\(root)/checkout/plugins/kit-python")
        #expect(place.package == ".package(name: \"casewire\", path: \"\(root)/checkout\")")
    }

    @Test func besideOthersButNotByALinkToThoseOfAnInstalledCasewire() throws {
        #expect(PluginPlace.folder(of: "watch", home: "\(root)/checkout") == "plugins/watch")
        #expect(PluginPlace.folder(of: "watch", home: "\(root)/shop") == "watch")
        try FileManager.default.createSymbolicLink(
            atPath: "\(root)/shop/plugins", withDestinationPath: "../usr/share/casewire/plugins")
        #expect(PluginPlace.folder(of: "watch", home: "\(root)/shop") == "watch")
        let place = try place("watch", from: "shop")
        #expect(place.kit?.own == "../plugins/kit-python" && place.kit?.pipeline == "plugins/kit-python")
    }

    @Test func whatTheOperatorNamesGoesFirst() throws {
        #expect(try place("watch", from: "checkout", given: "../usr/share/casewire").package == nil)
        #expect(
            try place("watch", from: "shop", given: "https://casewire.example/casewire.git").package
                == #".package(url: "https://casewire.example/casewire.git", branch: "main")"#)
        #expect(throws: CommandFailure.self) { try place("watch", from: "shop", given: "nowhere") }
    }
}
