import Casework
import StageKit

/// By when what was understood should be acted on.
enum Urgency {
    /// At once where somebody may come to harm, in half of the time where the customer names a deadline of their own;
    /// nil for the time that the standards give.
    static func deadline(of understanding: Understanding, _ delivery: Received) -> Timestamp? {
        if !understanding.dangers.isEmpty { return min(delivery.now, delivery.deadline) }
        guard understanding.asks.contains(where: { $0.kind == "deadline" }), delivery.deadline > delivery.now else {
            return nil
        }
        return delivery.now + (delivery.deadline - delivery.now) / 2
    }
}
