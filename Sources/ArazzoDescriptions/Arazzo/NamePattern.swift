import ArazzoDocuments

/// The specification's patterns for names. Published documents deviate from them, so a name
/// that doesn't match is a warning only.
enum NamePattern {
  /// `[A-Za-z0-9_\-]+`, for the names of workflows, steps and sources.
  case identifier
  /// `[a-zA-Z0-9\.\-_]+`, for the names of outputs and components.
  case key

  func admits(_ name: String) -> Bool {
    !name.isEmpty && name.unicodeScalars.allSatisfy(admits)
  }

  private func admits(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    case ".": self == .key
    default: false
    }
  }
}

/// Names that the specification does not permit, reported in one warning for each kind of object.
struct NonconformingNames {
  private var found: [String: (first: Located<String>, count: Int, pattern: NamePattern)] = [:]

  mutating func check(_ name: Located<String>, _ what: String, _ pattern: NamePattern) {
    guard !pattern.admits(name.value) else { return }
    found[what, default: (name, 0, pattern)].count += 1
  }

  func report(to diagnostics: Diagnostics) {
    for (what, names) in found.sorted(by: { $0.key < $1.key }) {
      let count = names.count == 1 ? "" : " (\(names.count) places; this is the first)"
      let dots = names.pattern == .key ? ", dots" : ""
      diagnostics.warning(
        "the name of \(what) '\(names.first.value)' has characters that the specification doesn't "
          + "allow\(count)",
        at: names.first.location, suggestion: "use letters, digits\(dots), '-' and '_' only")
    }
  }
}
