import StageProtocol

/// Mail to a colleague leaves the desk, and does not come back in by it.
struct PeopleCheck {
    let people: PeopleDocument
    let document: PipelineDocument
    let findings: Findings

    func run() {
        let own = addressesOfTheDesk
        for address in people.addresses {
            guard let mailbox = own.first(where: { bare($0.value) == bare(address.value) }) else { continue }
            findings.error(
                .mailLoop, at: address.place,
                "\(address.value) is an address of the desk itself: mail to this person would come in as a customer's, for ever",
                hint: "write the address of a mailbox of their own",
                notes: [.init(place: mailbox.place, message: "\(mailbox.value) stands here")])
        }
    }

    /// What customers write to, and the accounts by which a source fetches mail.
    private var addressesOfTheDesk: [Located<String>] {
        var found = [document.deskAddress].compactMap { $0 }
        for stage in document.stages {
            func add(_ addresses: [String]) {
                found += addresses.map { Located(value: $0, place: stage.settingsPlace ?? stage.name.place) }
            }
            add([stage.settings["desk"]?["address"]?.string].compactMap { $0 })
            guard let manifest = stage.manifest?.manifest, manifest.rights.source else { continue }
            add(manifest.settings.outside(in: stage.settings).flatMap(\.texts).filter { $0.contains("@") })
        }
        return found
    }

    /// An address without its tag: mail to desk+anything@ arrives at desk@.
    private func bare(_ address: String) -> String {
        let parts = address.lowercased().split(separator: "@", maxSplits: 1)
        guard parts.count == 2 else { return address.lowercased() }
        return parts[0].prefix { $0 != "+" } + "@" + parts[1]
    }
}

extension SettingsSchema {
    /// What stands in settings that lead outside, at any depth.
    fileprivate func outside(in settings: JSON) -> [JSON] {
        if leadsOutside { return [settings] }
        return properties.flatMap { property in
            settings[property.name].map { property.schema.outside(in: $0) } ?? []
        }
    }
}

extension JSON {
    /// Every text in it.
    fileprivate var texts: [String] {
        switch self {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap(\.texts)
        case .object(let members): members.values.flatMap(\.texts)
        default: []
        }
    }
}
