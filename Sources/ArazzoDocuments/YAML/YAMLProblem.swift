import CLibYAML

/// An error that libyaml reports about a text.
struct YAMLProblem {
  let message: String
  /// What libyaml was reading, such as "while scanning a quoted scalar".
  let context: String
  let mark: yaml_mark_t
  let contextMark: yaml_mark_t
  /// The byte where the text could not even be read as characters.
  let byteOffset: Int?

  init(_ parser: yaml_parser_t) {
    message = parser.problem.map { String(cString: $0) } ?? "the YAML parser ran out of memory"
    context = parser.context.map { String(cString: $0) } ?? ""
    mark = parser.problem_mark
    contextMark = parser.context_mark
    byteOffset = parser.error == YAML_READER_ERROR ? Int(parser.problem_offset) : nil
  }
}

extension YAMLProblem {
  /// The location where the parser stopped, with the text around it.
  struct Place {
    private let location: Location
    /// The character at the place; `nil` at the end of a line.
    let next: Unicode.Scalar?
    /// The character after it.
    let second: Unicode.Scalar?
    /// Whether nothing but white space is before it on its line.
    let isFirstOnLine: Bool
    private let isEnd: Bool

    init(_ location: Location) {
      let line = location.source.line(location.line)
      let before = line?.unicodeScalars.prefix(location.column - 1)
      let rest = line?.unicodeScalars.dropFirst(location.column - 1)
      next = rest?.first
      second = rest?.dropFirst().first
      isFirstOnLine = before?.allSatisfy(\.properties.isWhitespace) ?? true
      let end = location.source.location(utf8Offset: location.source.text.utf8.count)
      isEnd = (location.line, location.column) >= (end.line, end.column)
      // libyaml's end is on a line of its own, which the text may not have.
      self.location = line == nil ? end : location
    }

    /// The text here, for a message.
    var found: String {
      if let next { return String(next).quotedForMessage }
      return isEnd ? "the end of the file" : "the end of the line"
    }

    func error(
      _ message: String, help: String? = nil, from start: (words: String, place: Location)? = nil
    ) -> Diagnostic {
      let related = start.map { [Diagnostic.Related($0.words, at: $0.place)] } ?? []
      return Diagnostic(.error, message, at: location, suggestion: help, related: related)
    }
  }
}

extension Location {
  /// The place that libyaml counts from 0.
  init(_ source: SourceText, at mark: yaml_mark_t) {
    self.init(source, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}

extension YAMLProblem {
  /// The problem as a diagnostic in the terms of a YAML author, at the location to fix.
  func diagnostic(in source: SourceText) -> Diagnostic {
    if let byteOffset { return unreadable(at: source.location(utf8Offset: byteOffset)) }
    let place = Place(Location(source, at: mark))
    let start = Location(source, at: contextMark)
    return tabDiagnostic(place) ?? indentationDiagnostic(place, start: start)
      ?? flowDiagnostic(place, start: start) ?? otherDiagnostic(place, start: start)
  }

  private func unreadable(at location: Location) -> Diagnostic {
    let isControl = message == "control characters are not allowed"
    return Diagnostic(
      .error, isControl ? "a control character isn't allowed here" : words, at: location)
  }

  private func tabDiagnostic(_ place: Place) -> Diagnostic? {
    switch message {
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      break
    case "found character that cannot start any token" where place.next == "\t": break
    default: return nil
    }
    return place.error("YAML doesn't allow tabs for indentation", help: "indent with spaces")
  }

  private func indentationDiagnostic(_ place: Place, start: Location) -> Diagnostic? {
    switch message {
    case "did not find expected key", "did not find expected '-' indicator":
      let isKey = message == "did not find expected key"
      guard place.isFirstOnLine else {
        return place.error("unexpected \(place.found) after the value")
      }
      let (expected, around) = isKey ? ("key", "mapping") : ("'-'", "sequence")
      return place.error(
        "expected a \(expected): this line's indentation doesn't match the \(around) that starts at "
          + "line \(start.line)",
        from: ("the \(around) starts here", start))
    case "mapping values are not allowed in this context":
      return place.error(
        "a ':' with a value isn't allowed here",
        help: "check the indentation, or put the text in quotes if the ':' is part of it")
    case "could not find expected ':'":
      return Place(start).error(
        "expected ':' after this key",
        help: "check the indentation, or put text of several lines in quotes")
    case "block sequence entries are not allowed in this context":
      return place.error(
        "a '-' with an item isn't allowed here", help: "start the sequence on a line of its own")
    default: return nil
    }
  }

  private func flowDiagnostic(_ place: Place, start: Location) -> Diagnostic? {
    switch message {
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return place.error(
        "expected ',' or \(message.suffix(3)), found \(place.found)",
        from: ("it opens here", start))
    case "found unexpected end of stream" where context == "while scanning a quoted scalar":
      return Place(start).error("this quote isn't closed")
    case "did not find expected node content":
      return place.error("expected a value, found \(place.found)")
    case "found character that cannot start any token":
      return place.error(
        "a value can't start with \(place.found)", help: "put the value in quotes")
    default: return nil
    }
  }

  private func otherDiagnostic(_ place: Place, start: Location) -> Diagnostic {
    switch message {
    case "did not find expected <document start>":
      return place.error("unexpected text after the end of the document")
    case "found unknown escape character":
      return place.error(
        "\("\\\(place.second.map(String.init) ?? "")".quotedForMessage) isn't an escape sequence in YAML",
        help: #"double the backslash (\\), or use single quotes"#)
    case "found incompatible YAML document":
      return place.error("this version of YAML isn't supported; 1.x is")
    case "found undefined tag handle":
      return Place(start).error("the prefix of this tag is not declared")
    default: return place.error(words)
    }
  }

  /// libyaml's message, for rare errors.
  private var words: String {
    context.isEmpty ? "not YAML: \(message)" : "not YAML: \(context), \(message)"
  }
}
