import ArazzoDocuments

/// The patterns that the specification has for names. Published documents stray from them and mean
/// no less, so a name that does is warned about and read.
enum NamePattern {
  /// `[A-Za-z0-9_\-]+`, for the names of workflows, steps and sources.
  case identifier
  /// `[a-zA-Z0-9\.\-_]+`, for the names of outputs and components.
  case key

  func check(_ name: Located<String>, _ what: String, _ diagnostics: Diagnostics) {
    guard name.value.isEmpty || !name.value.unicodeScalars.allSatisfy(admits) else { return }
    let dots = self == .key ? ", dots" : ""
    diagnostics.warning(
      "\(what) '\(name.value)' has characters that the specification does not want in a name",
      at: name.location, suggestion: "use letters, digits\(dots), '-' and '_' only")
  }

  private func admits(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    case ".": self == .key
    default: false
    }
  }
}
