package import StageProtocol

/// The broker's figures as metrics. Their names are a promise: `docs/observing.md` lists them.
package struct PipelineMetrics {
    private let figures: JSON
    private let version: String

    /// - Parameters:
    ///   - figures: the broker's answer to `figures`.
    ///   - version: Casewire's.
    package init(_ figures: JSON, version: String) {
        self.figures = figures
        self.version = version
    }

    package var families: [MetricFamily] { about + queues + deliveries + contents }

    private var stages: [JSON] { figures["stages"]?.array ?? [] }

    private var about: [MetricFamily] {
        [
            MetricFamily(
                "casewire_info", .gauge, "Always 1; its labels say which pipeline this is and which version runs it.",
                [.init([("pipeline", figures["pipeline"]?.string ?? ""), ("version", version)], 1)]),
            MetricFamily(
                "casewire_start_time_seconds", .gauge, "Since when everything below is counted, in seconds since 1970.",
                figures["since"]?.string.flatMap { Timestamp($0) }
                    .map { [.init([], Double($0.milliseconds) / 1000)] } ?? []),
        ]
    }

    private var queues: [MetricFamily] {
        [
            gauge("casewire_queue_messages", "Messages that wait for a stage.") { $0.number(of: "waiting") },
            gauge(
                "casewire_queue_oldest_seconds",
                "How long the oldest message has waited for a stage; 0 where none does."
            ) { $0.number(of: "oldest_ms") / 1000 },
            gauge("casewire_queue_overdue_messages", "Messages that wait for a stage beyond their deadline.") {
                $0.number(of: "overdue")
            },
            gauge("casewire_working_messages", "Messages that a stage holds.") { $0.number(of: "holding") },
            gauge("casewire_instances", "Processes of a stage that have a session with the broker.") {
                $0.number(of: "instances")
            },
            gauge("casewire_credit_messages", "How many more messages a stage would take at once.") {
                $0.number(of: "credit")
            },
        ]
    }

    private var deliveries: [MetricFamily] {
        [
            MetricFamily(
                "casewire_deliveries_total", .counter,
                "Deliveries that have ended, by result: done, retry, dead, put-back.",
                stages.flatMap { stage in
                    (stage["results"]?.object ?? [:]).sorted { $0.key < $1.key }.map {
                        MetricFamily.Sample([label(stage), ("result", $0.key)], $0.value.number ?? 0)
                    }
                }),
            histogram(
                "casewire_delivery_wait_seconds", "How long messages waited until a stage began to work on them.",
                "wait"),
            histogram("casewire_delivery_work_seconds", "How long a stage worked on a delivery.", "work"),
        ]
    }

    private var contents: [MetricFamily] {
        [
            single("casewire_scheduled_messages", "Messages for later: timers and retries.", "scheduled"),
            single(
                "casewire_retrying_messages", "Of those, messages that were tried in vain and will be again.",
                "retrying"),
            single("casewire_dead_letters", "Messages that were set aside for a person.", "dead"),
            single("casewire_parked_submissions", "What came in and waits for a person to let it in.", "parked"),
            MetricFamily(
                "casewire_cases", .gauge, "Customers' cases by status.",
                (figures["cases"]?.object ?? [:]).sorted { $0.key < $1.key }.map {
                    .init([("status", $0.key)], $0.value.number ?? 0)
                }),
            MetricFamily(
                "casewire_arrivals_total", .counter, "What came in, by the way it came and what became of it.",
                (figures["arrivals"]?.array ?? []).map {
                    .init(
                        [("via", $0["via"]?.string ?? ""), ("state", $0["state"]?.string ?? "")], $0.number(of: "count")
                    )
                }),
            MetricFamily(
                "casewire_texts_total", .counter,
                "Texts by what became of them: sent, refused, superseded, held-back, not-sent.",
                (figures["texts"]?.object ?? [:]).sorted { $0.key < $1.key }.map {
                    .init([("state", $0.key)], $0.value.number ?? 0)
                }),
            MetricFamily(
                "casewire_standards_total", .counter,
                "Times that a standard was met within its time, and times that it was missed.",
                (figures["standards"]?.array ?? []).flatMap { standard in
                    ["met", "missed"].map {
                        .init(
                            [("standard", standard["standard"]?.string ?? ""), ("result", $0)], standard.number(of: $0))
                    }
                }),
        ]
    }

    private func label(_ stage: JSON) -> (name: String, value: String) { ("stage", stage["name"]?.string ?? "") }

    private func gauge(_ name: String, _ help: String, _ value: (JSON) -> Double) -> MetricFamily {
        MetricFamily(name, .gauge, help, stages.map { .init([label($0)], value($0)) })
    }

    private func single(_ name: String, _ help: String, _ member: String) -> MetricFamily {
        MetricFamily(name, .gauge, help, [.init([], figures.number(of: member))])
    }

    private func histogram(_ name: String, _ help: String, _ member: String) -> MetricFamily {
        MetricFamily(
            name, .histogram, help,
            stages.flatMap { stage -> [MetricFamily.Sample] in
                guard let counted = stage[member] else { return [] }
                let buckets = (counted["buckets"]?.array ?? []).map { bucket in
                    MetricFamily.Sample(
                        suffix: "_bucket", [label(stage), ("le", "\(bucket.number(of: "le_ms") / 1000)")],
                        bucket.number(of: "count"))
                }
                let all = counted.number(of: "count")
                return buckets + [
                    .init(suffix: "_bucket", [label(stage), ("le", "+Inf")], all),
                    .init(suffix: "_sum", [label(stage)], counted.number(of: "sum_ms") / 1000),
                    .init(suffix: "_count", [label(stage)], all),
                ]
            })
    }
}

extension JSON {
    fileprivate func number(of member: String) -> Double { self[member]?.number ?? 0 }
}
