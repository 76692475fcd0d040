/// The word of a list that was probably meant; nil where none is near enough to ask.
package func nearestWord(to word: String, among words: some Collection<String>) -> String? {
    let reach = max(1, word.count / 3)
    return words.map { (word: $0, distance: editDistance(word.lowercased(), $0.lowercased())) }
        .filter { $0.distance <= reach }
        .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
}

/// Letters to add, drop, change or swap with their neighbour (the restricted Damerau-Levenshtein distance).
func editDistance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for (row, left) in one.enumerated() {
        var current = [row + 1]
        for (column, right) in other.enumerated() {
            var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (left == right ? 0 : 1))
            if row > 0, column > 0, left == other[column - 1], one[row - 1] == right {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        (beforeLast, last) = (last, current)
    }
    return last[other.count]
}
