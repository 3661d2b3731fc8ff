extension YAMLProblem {
  /// The problem in the words of somebody who writes YAML, at the place to look at.
  func diagnostic(in source: SourceText) -> Diagnostic {
    if let byteOffset { return unreadable(at: source.location(utf8Offset: byteOffset)) }
    let place = Place(Location(source, at: mark))
    let start = Location(source, at: contextMark)
    return tabDiagnostic(place) ?? indentationDiagnostic(place, start: start)
      ?? flowDiagnostic(place, start: start) ?? otherDiagnostic(place, start: start)
  }

  private func unreadable(at location: Location) -> Diagnostic {
    let isControl = message == "control characters are not allowed"
    return Diagnostic(.error, isControl ? "a control character stands here" : words, at: location)
  }

  private func tabDiagnostic(_ place: Place) -> Diagnostic? {
    switch message {
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      break
    case "found character that cannot start any token" where place.next == "\t": break
    default: return nil
    }
    return place.error("a tab stands where YAML counts spaces", help: "indent with spaces")
  }

  private func indentationDiagnostic(_ place: Place, start: Location) -> Diagnostic? {
    switch message {
    case "did not find expected key", "did not find expected '-' indicator":
      let isKey = message == "did not find expected key"
      guard place.isFirstOnLine else {
        return place.error("\(place.found) can't stand after the value before it")
      }
      let (expected, around) = isKey ? ("key", "mapping") : ("'-'", "sequence")
      return place.error(
        "a \(expected) is expected here: the line is not indented as the \(around) around it",
        from: ("the \(around) starts here", start))
    case "mapping values are not allowed in this context":
      return place.error(
        "a ':' with a value can't stand here",
        help: "check the indentation, or put the text in quotes when the ':' belongs to it")
    case "could not find expected ':'":
      return Place(start).error(
        "a ':' is missing after this key",
        help: "check the indentation, or put text of several lines in quotes")
    case "block sequence entries are not allowed in this context":
      return place.error(
        "a '-' with an item can't stand here", help: "start the sequence on a line of its own")
    default: return nil
    }
  }

  private func flowDiagnostic(_ place: Place, start: Location) -> Diagnostic? {
    switch message {
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return place.error(
        "a ',' or \(message.suffix(3)) is expected here, found \(place.found)",
        from: ("it opens here", start))
    case "found unexpected end of stream" where context == "while scanning a quoted scalar":
      return Place(start).error("the quote that opens here is not closed")
    case "did not find expected node content":
      return place.error("a value is expected here, found \(place.found)")
    case "found character that cannot start any token":
      return place.error(
        "a value can't start with \(place.found)", help: "put the value in quotes")
    default: return nil
    }
  }

  private func otherDiagnostic(_ place: Place, start: Location) -> Diagnostic {
    switch message {
    case "did not find expected <document start>":
      return place.error("the document ends before this, but there is more text")
    case "found unknown escape character":
      return place.error(
        "no escape in YAML is spelled like this",
        help: #"double the backslash (\\), or use single quotes"#)
    case "found incompatible YAML document":
      return place.error("the document asks for another version of YAML than 1")
    case "found undefined tag handle":
      return Place(start).error("the prefix of this tag is not declared")
    default: return place.error(words)
    }
  }

  /// libyaml's own words, for what is too rare to be said better.
  private var words: String {
    context.isEmpty ? "not YAML: \(message)" : "not YAML: \(context), \(message)"
  }
}
