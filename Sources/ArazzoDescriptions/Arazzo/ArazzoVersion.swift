import ArazzoDocuments

/// Checks that a document is an Arazzo description of a supported version.
enum ArazzoVersion {
  /// The version that the document states, where it is one that is read; else an error is reported.
  static func read(_ root: Node, _ diagnostics: Diagnostics) -> Located<String>? {
    guard let mapping = root.mapping else {
      let found = root.isNull ? "the document is empty" : "found \(root.kindName)"
      diagnostics.error(
        "an Arazzo description must be a mapping with a field 'arazzo': \(found)",
        at: root.location)
      return nil
    }
    guard let member = mapping.member("arazzo") else {
      reportForeignDocument(mapping, root.location, diagnostics)
      return nil
    }
    guard let version = member.value.string else {
      let found = member.value.number ?? member.value.kindName
      diagnostics.error(
        "'arazzo' must be the version as a string, found \(found)", at: member.value.location,
        suggestion: "write arazzo: 1.0.1")
      return nil
    }
    return check(Located(version, at: member.value.location), diagnostics)
  }

  private static func check(
    _ version: Located<String>, _ diagnostics: Diagnostics
  ) -> Located<String>? {
    let parts = version.value.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0] == "1", ["0", "1"].contains(parts[1]),
      parts.count == 2 || parts[2].first?.isASCIIDigit == true
    else {
      diagnostics.error(
        "Arazzo version '\(version.value)' isn't supported; 1.0.x and 1.1.x are",
        at: version.location)
      return nil
    }
    if parts.count == 2 {
      diagnostics.warning(
        "the version '\(version.value)' lacks the patch number", at: version.location,
        fix: Fix(version, with: "\(version.value).0"))
    }
    return version
  }

  private static func reportForeignDocument(
    _ mapping: Node.Mapping, _ location: Location, _ diagnostics: Diagnostics
  ) {
    if let foreign = ForeignDocument(mapping) {
      diagnostics.error(
        "this is \(foreign.name), not an Arazzo description", at: foreign.location,
        suggestion: foreign.advice)
    } else {
      let near = Suggestion.nearest(to: "arazzo", in: mapping.members.map(\.key.value))
      diagnostics.error(
        "this isn't an Arazzo description: it lacks the field 'arazzo'",
        at: near.flatMap { mapping.member($0)?.key.location } ?? location,
        suggestion: near.map { "it has '\($0)'; write arazzo: 1.0.1" }
          ?? "begin the document with arazzo: 1.0.1")
    }
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}
