/// What a person should know of a model before trusting it, as Markdown.
package struct ModelCard: Sendable {
    package let text: String

    package init(_ model: TopicModel, title: String) {
        let validation = model.validation
        var lines = [
            "# \(title)", "",
            "A linear classifier over hashed words and character n-grams, trained with liblinear.",
            "It knows \(model.categories.count) categories from \(validation.examples) examples "
                + "(digest \(model.dataDigest)) and takes \(model.byteCount / 1024) KiB.",
            "",
            "On texts it had not seen (\(validation.folds)-fold cross-validation) it named the right category for "
                + "\(Self.percent(validation.accuracy)).",
            "", "## By category", "",
            "| category | examples | found | right when named |", "|---|---:|---:|---:|",
        ]
        for category in validation.categories {
            lines.append(
                "| \(category.name) | \(category.examples) | \(Self.percent(category.recall)) | "
                    + "\(Self.percent(category.precision)) |")
        }
        lines += ["", "## Most frequent mix-ups", "", "| is | taken for | times |", "|---|---|---:|"]
        for confusion in validation.confusions {
            lines.append("| \(confusion.actual) | \(confusion.predicted) | \(confusion.count) |")
        }
        lines += [
            "", "## Does confidence mean what it says?", "",
            "Mean distance between claimed and right: \(Self.percent(validation.expectedCalibrationError)).", "",
            "| confidence | texts | claimed | right |", "|---|---:|---:|---:|",
        ]
        for band in validation.reliability {
            lines.append(
                "| \(Self.percent(band.from)) to \(Self.percent(band.to)) | \(band.count) | \(Self.percent(band.claimed)) | "
                    + "\(Self.percent(band.right)) |")
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    /// One decimal place, without Foundation's formatting.
    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
