extension Series.Line {
    /// The line in characters, eight heights from nothing to the most; a dot where there is nothing to tell.
    /// - Parameter most: what reaches the top.
    package func sparkline(most: Double) -> String {
        let blocks = Array("▁▂▃▄▅▆▇█")
        return String(
            points.map { point in
                guard let point else { return "·" }
                guard most > 0 else { return blocks[0] }
                return blocks[min(7, max(0, Int((point / most * 7).rounded())))]
            })
    }
}

extension Series {
    /// The largest point of all lines.
    package var most: Double { lines.flatMap(\.points).compactMap(\.self).max() ?? 0 }

    /// What a point says, with its unit.
    package func words(_ point: Double) -> String {
        switch unit {
        case .share: Value.share(point).words
        case .count: Value.count(Int(point.rounded())).words
        }
    }

    /// The same with so many labels at most: points of neighbours are added up, or averaged where they are shares.
    package func condensed(to width: Int) -> Series {
        guard labels.count > width, width > 0 else { return self }
        let step = (labels.count + width - 1) / width
        let starts = stride(from: 0, to: labels.count, by: step)
        var series = self
        series.labels = starts.map { labels[$0] }
        series.lines = lines.map { line in
            var line = line
            line.points = starts.map { start in
                let points = line.points[start..<min(start + step, line.points.count)].compactMap(\.self)
                guard !points.isEmpty else { return nil }
                let sum = points.reduce(0, +)
                return unit == .share ? sum / Double(points.count) : sum
            }
            return line
        }
        return series
    }
}
