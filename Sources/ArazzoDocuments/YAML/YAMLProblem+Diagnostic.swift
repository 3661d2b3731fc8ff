import CLibYAML

extension YAMLProblem {
  /// The problem in the words of somebody who writes YAML, at the place to look at.
  func diagnostic(in source: SourceText, firstByte: (Location) -> UInt8?) -> Diagnostic {
    let place = Location(source, at: mark)
    let around = Location(source, at: contextMark)
    switch message {
    case "control characters are not allowed":
      return said("a control character stands here", at: byteLocation(in: source))
    case "found character that cannot start any token":
      return strayCharacter(firstByte(place), at: place)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return said(
        "a tab stands where YAML counts spaces", at: place, suggestion: "indent with spaces")
    case "mapping values are not allowed in this context":
      return said(
        "a ':' with a value can't stand here", at: place,
        suggestion: "check the indentation, or put the text in quotes when the ':' belongs to it")
    case "could not find expected ':'":
      return said(
        "a ':' is missing after this key", at: around,
        suggestion: "check the indentation, or put text of several lines in quotes")
    case "did not find expected key":
      return said(
        "a key is expected here: the line is not indented as the mapping around it", at: place,
        from: around)
    case "did not find expected '-' indicator":
      return said(
        "a '-' is expected here: the line is not indented as the sequence around it", at: place,
        from: around)
    default: return otherDiagnostic(place: place, around: around, in: source)
    }
  }

  private func otherDiagnostic(
    place: Location, around: Location, in source: SourceText
  ) -> Diagnostic {
    switch message {
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      let closing = message.suffix(3)
      return said("a ',' or \(closing) is expected here", at: place, from: around)
    case "found unexpected end of stream" where context == "while scanning a quoted scalar":
      return said("the quote that opens here is not closed", at: around)
    case "did not find expected <document start>":
      return said("the document ends before this, but there is more text", at: place)
    case "block sequence entries are not allowed in this context":
      return said(
        "a '-' with an item can't stand here", at: place,
        suggestion: "start the sequence on a line of its own")
    case "found unknown escape character":
      return said(
        "no escape in YAML is spelled like this", at: place,
        suggestion: #"double the backslash (\\), or use single quotes"#)
    case "found incompatible YAML document":
      return said("the document asks for another version of YAML than 1", at: place)
    case "found undefined tag handle":
      return said("the prefix of this tag is not declared", at: around)
    default:
      return said(sentence, at: byteOffset == nil ? place : byteLocation(in: source))
    }
  }

  /// libyaml's own words, for what is too rare to be said better.
  private var sentence: String {
    context.isEmpty ? "not YAML: \(message)" : "not YAML: \(context), \(message)"
  }

  private func byteLocation(in source: SourceText) -> Location {
    source.location(utf8Offset: byteOffset ?? 0)
  }

  private func strayCharacter(_ byte: UInt8?, at place: Location) -> Diagnostic {
    guard let byte, byte != UInt8(ascii: "\t") else {
      return said(
        "a tab stands where YAML counts spaces", at: place, suggestion: "indent with spaces")
    }
    let character = String(Unicode.Scalar(byte)).quotedForMessage
    return said(
      "a value can't start with \(character)", at: place, suggestion: "put the value in quotes")
  }

  private func said(
    _ message: String, at place: Location, from start: Location? = nil, suggestion: String? = nil
  ) -> Diagnostic {
    let related = start.map { [Diagnostic.Related("what is read here starts here", at: $0)] }
    return Diagnostic(.error, message, at: place, suggestion: suggestion, related: related ?? [])
  }
}

extension Location {
  /// The place that libyaml counts from 0.
  init(_ source: SourceText, at mark: yaml_mark_t) {
    self.init(source, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
