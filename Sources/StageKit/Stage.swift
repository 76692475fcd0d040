@_exported public import Logging
@_exported public import StageProtocol

/// A program of the pipeline: it is handed a message with the case it is about, and answers with one outcome.
///
/// Marked `@main`, a type with a name, a version and a handler is a whole stage: `main()` connects to the broker,
/// reads the settings, hands deliveries to the handler, and leaves when it is told to. A stage keeps nothing between
/// deliveries that it could not lose: what must last belongs into the outcome.
///
///     @main
///     struct Echo: Stage {
///         static let name = "echo"
///         static let version = "1.0.0"
///
///         init(settings: NoSettings, context: StageContext) {}
///
///         func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws {
///             try outcome.append("noted", ["heard": .string(delivery.type)] as JSON)
///         }
///     }
public protocol Stage: Sendable {
    /// The shape of the stage's own settings in `pipeline.yaml`; ``NoSettings`` for a stage without any.
    associatedtype Settings: Decodable & Sendable

    /// The stage's name, unless the pipeline gives it another one.
    static var name: String { get }
    /// The program's version, for people.
    static var version: String { get }
    /// How many deliveries are worked at once. Default 4.
    static var concurrency: Int { get }
    /// Whether the lease of a delivery is lengthened for as long as its handler runs. Default no: a lease that ends is
    /// how a handler that hangs is noticed. For handlers that are known to be slow and known to end.
    static var autoExtend: Bool { get }

    /// Handles the stage's own subcommands, such as `intake deliver`, before anything else looks at the arguments.
    /// - Parameter arguments: the arguments after the program's name.
    /// - Returns: the exit code where the arguments were a subcommand; nil where they were none.
    static func command(_ arguments: [String]) async throws -> Int32?

    /// Gets ready: loads models, opens indexes. Called once, before the first delivery.
    /// - Throws: ``StageFailure/config(_:_:)`` where the settings cannot work; the process then exits with 78, with any
    ///   other error with 70.
    init(settings: Settings, context: StageContext) async throws

    /// Works one delivery. Nothing of the outcome counts before the handler returns.
    /// - Throws: ``StageFailure`` to say whether trying again may help; any other error is tried again later.
    func handle(_ delivery: Received, _ outcome: inout OutcomeBuilder) async throws

    /// Runs beside the handler for the life of the stage, such as a server that submits what comes in. It is
    /// cancelled at drain and has to end within ``Shutdown/grace`` then.
    func run(_ context: StageContext) async throws
}

extension Stage {
    /// 4.
    public static var concurrency: Int { 4 }
    /// No.
    public static var autoExtend: Bool { false }
    /// No subcommands.
    public static func command(_ arguments: [String]) async throws -> Int32? { nil }
    /// No door.
    public func run(_ context: StageContext) async throws {}
}

/// The settings of a stage that has none.
public struct NoSettings: Decodable, Sendable {
    /// No settings.
    public init() {}
}

/// How a stage ends.
public enum Shutdown {
    /// How long deliveries and doors may take to finish once the stage is told to leave.
    public static let grace = Duration.seconds(10)
}
