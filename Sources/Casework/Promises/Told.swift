import Calendars
package import StageProtocol

extension Timestamp {
    /// The minute that a clock shows then: what is due at 16:00:59 was promised by 16:00.
    package var minute: Timestamp { Timestamp(milliseconds: milliseconds / 60_000 * 60_000) }

    /// The moment that a customer is told to hear by, where something is due then.
    package var told: Timestamp { Timestamp(milliseconds: SpokenTime.told(milliseconds)) }
}
