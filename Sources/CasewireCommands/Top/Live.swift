import Pipeline
import StageKit
import StageProtocol

/// The picture on the screen: asked for in one place, drawn in another, so that a key is heard at once whatever the broker
/// does.
struct Live: Sendable {
    private enum News: Sendable {
        case view(TopView)
        /// The broker does not answer; the last picture stays.
        case silence(String)
        case resized
        case leave
    }

    let config: PipelineConfig
    let interval: Double
    let paint: Paint

    func run(_ options: PipelineOptions) async throws {
        let (news, tell) = AsyncStream<News>.makeStream()
        let farewell = try Farewell { tell.yield(.leave) }
        let screen = try Screen { key in
            switch key {
            case .quit: tell.yield(.leave)
            case .resized: tell.yield(.resized)
            }
        }
        defer {
            screen.giveBack()
            withExtendedLifetime(farewell) {}
        }
        let asking = Task { await ask(options) { tell.yield($0) } }
        defer { asking.cancel() }
        var last: TopView?
        var problem: String?
        for await event in news {
            switch event {
            case .leave: return
            case .resized: break
            case .view(let view): (last, problem) = (view, nil)
            case .silence(let reason): problem = reason
            }
            screen.draw(picture(last, problem, screen.size))
        }
    }

    private func picture(_ view: TopView?, _ problem: String?, _ size: (width: Int, height: Int)) -> [String] {
        var lines: [String] = []
        if let problem { lines.append(paint.red(problem.oneLine.shortened(to: size.width))) }
        if let view {
            lines += TopFrame(view, config, times: Times(now: view.now), paint: paint)
                .lines(width: size.width, height: size.height - lines.count - 1)
        }
        return lines + [paint.faint("q ends it".shortened(to: size.width))]
    }

    /// Asks again and again. A broker that was restarted is greeted anew.
    private func ask(_ options: PipelineOptions, _ tell: (News) -> Void) async {
        while !Task.isCancelled {
            do {
                try await options.withBroker { client in
                    while !Task.isCancelled {
                        tell(.view(try await TopView(client)))
                        try await Task.sleep(for: .seconds(interval))
                    }
                }
            } catch {
                if Task.isCancelled { return }
                tell(.silence("\(CommandFailure(explaining: error)?.message ?? "\(error)")"))
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }
}
