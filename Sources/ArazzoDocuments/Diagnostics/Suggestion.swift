/// Finds the name that somebody probably meant.
package enum Suggestion {
  /// The candidate that is spelled most like `name`; `nil` when none is near.
  ///
  /// A name that differs in case only is the nearest; of two that are equally near, the first one
  /// wins.
  package static func nearest(
    to name: String, in candidates: some Sequence<String>
  ) -> String? {
    let (name, lowercased) = (Array(name.unicodeScalars), name.lowercased())
    let limit = max(1, name.count / 3)
    // The comparison is quadratic in the length: a text of pages is no name.
    guard name.count <= 200 else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where !candidate.isEmpty {
      if candidate.lowercased() == lowercased { return candidate }
      let scalars = Array(candidate.unicodeScalars)
      guard abs(scalars.count - name.count) <= limit, min(scalars.count, name.count) > 1 else {
        continue
      }
      let distance = distance(name, scalars)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
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
