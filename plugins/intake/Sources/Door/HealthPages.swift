import Hummingbird
import StageKit

/// `GET /health` and `GET /ready`, for whatever watches over this process.
struct HealthPages: Sendable {
    let desk: any FrontDesk

    func add(to router: Router<DoorContext>) {
        router.get("health") { _, _ in Response.json(["status": "live"]) }
        router.get("ready") { _, _ in
            await desk.isOpen()
                ? Response.json(["status": "ready"])
                : Response.json(
                    ["status": "waiting", "message": "the broker does not answer"], status: .serviceUnavailable,
                    retryAfter: 2)
        }
    }
}
