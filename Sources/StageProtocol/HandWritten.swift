extension JSON {
    /// A delivery that a person wrote, `{"delivery": …, "bodies": […]}`, with what they left out of its header: a type is
    /// enough. The first body is the data where none is said to be anything.
    ///
    /// - Parameters:
    ///   - number: the delivery's number where it has none.
    ///   - now: the time where it tells none.
    package func completingDelivery(number: Int64, now: Timestamp) -> JSON {
        guard case .object(var line) = self, let header = line["delivery"]?.object else { return self }
        let time = JSON.string(now.description)
        let isSubmission = header["message"]?["type"] == "submission.received"
        var delivery = header.completed(by: [
            "delivery": .int(number), "epoch": "1.1", "attempt": 1, "now": time, "lease_ms": 30_000, "sections": [],
        ])
        delivery["message"] = .object(
            (header["message"]?.object ?? [:]).completed(by: [
                "id": .string("\(number)"), "source": "/hand", "time": time, "deadline": time, "specversion": "1.0",
                "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            ]))
        if !isSubmission || header["case"] != nil {
            delivery["case"] = .object(
                (header["case"]?.object ?? [:]).completed(by: [
                    "ref": "CW-1234567", "status": "open", "heard": 1, "opened": time,
                ]))
        }
        let named = ["data", "log", "sections", "submission", "say"]
        if line["bodies"]?.array?.isEmpty == false, named.allSatisfy({ header[$0] == nil }) { delivery["data"] = 0 }
        line["delivery"] = .object(delivery)
        return .object(line)
    }
}

extension [String: JSON] {
    fileprivate func completed(by standard: [String: JSON]) -> [String: JSON] { merging(standard) { own, _ in own } }
}
