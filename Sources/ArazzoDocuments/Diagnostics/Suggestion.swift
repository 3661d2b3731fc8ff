/// Finds the known name that is most similar to a misspelled one.
package enum Suggestion {
  /// The candidate that is spelled most like `name`; `nil` when none is near.
  ///
  /// Case does not count; of two that are equally near, the first one wins. The name itself is no
  /// suggestion.
  ///
  /// - Parameter share: In how many letters one may differ, after the first.
  package static func nearest(
    to name: String, in candidates: some Sequence<String>, oneLetterIn share: Int = 3
  ) -> String? {
    let letters = Array(name.lowercased().unicodeScalars)
    let limit = max(1, letters.count / share)
    // The comparison is quadratic in the length: a text of pages is no name.
    guard letters.count <= 200 else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where !candidate.isEmpty && candidate != name {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - letters.count) <= limit, min(other.count, letters.count) > 1 else {
        continue
      }
      let distance = distance(letters, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The question to put after an error about an unknown name.
  package static func question(
    about name: String, in candidates: some Sequence<String>
  ) -> String? {
    nearest(to: name, in: candidates).map { "did you mean '\($0)'?" }
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours from one text to the
  /// other (Damerau-Levenshtein, optimal string alignment).
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let isEqual = left[row] == right[column]
        var best = min(
          last[column] + (isEqual ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
