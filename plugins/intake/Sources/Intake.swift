import Casework
import Crypto
import StageKit

/// The front door: turns mails, forms and requests into contacts of cases.
@main
struct Intake: Stage {
    static let name = "intake"
    static let version = "1.0.0"

    private let settings: IntakeSettings
    private let site: Site
    private let key: SymmetricKey
    private let masks: Masks
    private let ways: Ways
    private let reader: SubmissionReader

    static func command(_ arguments: [String]) async throws -> Int32? {
        guard arguments.first == "deliver" else { return nil }
        return await Deliver.main(Array(arguments.dropFirst()))
    }

    init(settings: IntakeSettings, context: StageContext) async throws {
        self.settings = settings
        do {
            key = try SigningKey.load(path: settings.key)
        } catch {
            throw StageFailure.config("key", "\(error)")
        }
        site = try Site(settings: settings, standards: context.standards)
        masks = try Masks(context.standards)
        reader = SubmissionReader(
            judge: MailJudge(desk: settings.desk.address, key: key), desk: BrokerDesk(context: context),
            masks: masks, trusted: Set(settings.trustedServers))
        ways = try Ways(
            settings, desk: BrokerDesk(context: context), largest: context.limits.blob, logger: context.logger)
    }

    func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
        try await reader.read(delivery, &outcome)
    }

    func run(_ context: StageContext) async throws {
        async let watching: Void = ways.run()
        try await openDoor(context)
        try await watching
    }

    private func openDoor(_ context: StageContext) async throws {
        guard let address = try settings.webAddress else {
            context.logger.info("no web door: \"web\" is empty")
            return
        }
        let door = Door(
            address: address, site: site, key: key, desk: BrokerDesk(context: context),
            logger: context.logger, masks: masks)
        try await door.run()
    }
}
