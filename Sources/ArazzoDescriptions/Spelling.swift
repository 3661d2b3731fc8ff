/// Guesses which name was meant.
package enum Spelling {
  /// The candidate that `name` is most likely a misspelling of, if one is near enough.
  package static func nearest(
    _ name: String, among candidates: some Sequence<String>
  ) -> String? {
    let written = Array(name.lowercased().unicodeScalars.prefix(longest))
    let bound = max(1, written.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
      let other = Array(candidate.lowercased().unicodeScalars.prefix(longest))
      guard abs(other.count - written.count) <= bound else { continue }
      let distance = distance(written, other)
      if distance <= bound, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The question to put after an error about an unknown name.
  package static func question(
    _ name: String, among candidates: some Sequence<String>
  ) -> String? {
    nearest(name, among: candidates).map { "did you mean '\($0)'?" }
  }

  private static let longest = 64

  /// The number of insertions, deletions, replacements and swaps of neighbours between two words.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var row = Array(0...right.count)
    for (i, scalar) in left.enumerated() {
      var next = [i + 1]
      for (j, other) in right.enumerated() {
        var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (scalar == other ? 0 : 1))
        if i > 0, j > 0, scalar == right[j - 1], left[i - 1] == other {
          cost = min(cost, before[j - 1] + 1)
        }
        next.append(cost)
      }
      before = row
      row = next
    }
    return row[right.count]
  }
}
