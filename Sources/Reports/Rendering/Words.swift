import Calendars
import StageProtocol

extension Value {
    /// As a person reads it; empty where there is none.
    package var words: String {
        switch self {
        case .text(let text): text
        case .count(let count): "\(count)"
        case .share(let share): "\(Self.points(share)) %"
        case .minutes(let minutes): Self.span(minutes)
        case .number(let number): Self.decimal(number, places: 1)
        case .shares(let low, let high): "\(Self.points(low)) to \(Self.points(high)) %"
        case .minutesBetween(let low, let high): "\(Self.span(low)) to \(Self.span(high))"
        case .cases(let refs): refs.joined(separator: " ")
        case .yes(let isSo): isSo ? "yes" : ""
        case .none: ""
        }
    }

    /// Whether it is a figure, which stands to the right.
    package var isFigure: Bool {
        switch self {
        case .text, .cases, .yes: false
        case .count, .share, .minutes, .number, .shares, .minutesBetween, .none: true
        }
    }

    /// Hundredths of a share, with a place behind the point where they are few or nearly all.
    static func points(_ share: Double) -> String {
        let hundredths = share * 100
        let isPlain = abs(hundredths) >= 10 && abs(hundredths) <= 99
        let told = decimal(hundredths, places: isPlain ? 0 : 1)
        return told.hasSuffix(".0") ? String(told.dropLast(2)) : told
    }

    /// `2 d 3 h` on the clock would mislead in opening hours, so hours are the largest unit: `27 h 5 min`.
    static func span(_ minutes: Double) -> String {
        guard abs(minutes) >= 1 else { return minutes == 0 ? "0 min" : "\(decimal(minutes * 60, places: 0)) s" }
        let whole = Int(abs(minutes).rounded())
        let sign = minutes < 0 ? "-" : ""
        guard whole >= 60 else { return "\(sign)\(whole) min" }
        return "\(sign)\(whole / 60) h" + (whole % 60 == 0 ? "" : " \(whole % 60) min")
    }

    /// A number with so many places behind the point, a point whatever the locale says.
    package static func decimal(_ number: Double, places: Int) -> String {
        guard number.isFinite else { return "" }
        let scale = (0..<places).reduce(1) { power, _ in power * 10 }
        let units = Int((abs(number) * Double(scale)).rounded())
        let digits = String(units % scale)
        let fraction = places == 0 ? "" : "." + String(repeating: "0", count: places - digits.count) + digits
        return (number < 0 && units > 0 ? "-" : "") + "\(units / scale)" + fraction
    }
}

extension Setting {
    /// A moment on the desk's clock, to the minute.
    func told(_ moment: Timestamp) -> String {
        let nominal = Timestamp(milliseconds: calendar.nominal(at: moment.milliseconds)).description
        return "\(nominal.prefix(10)) \(nominal.dropFirst(11).prefix(5))"
    }
}

extension Scope {
    /// From when on, until when, and as of when, as the end of a sentence.
    package func words(_ setting: Setting) -> String {
        let period =
            switch (from, until) {
            case (nil, nil): ""
            case (let from?, nil): " since \(setting.told(from))"
            case (nil, let until?): " before \(setting.told(until))"
            case (let from?, let until?): " from \(setting.told(from)) to \(setting.told(until))"
            }
        return "\(period), as they stood on \(setting.told(now))"
    }
}
