import CLibYAML

extension YAMLProblem {
  /// A place where reading stopped, and what stands around it.
  struct Place {
    private let location: Location
    /// The character at the place; `nil` at the end of a line.
    let next: Unicode.Scalar?
    /// Whether nothing but white space is before it on its line.
    let isFirstOnLine: Bool
    private let isEnd: Bool

    init(_ location: Location) {
      let line = location.source.line(location.line)
      let before = line?.unicodeScalars.prefix(location.column - 1)
      next = line?.unicodeScalars.dropFirst(location.column - 1).first
      isFirstOnLine = before?.allSatisfy(\.properties.isWhitespace) ?? true
      let end = location.source.location(utf8Offset: location.source.text.utf8.count)
      isEnd = (location.line, location.column) >= (end.line, end.column)
      // libyaml's end is on a line of its own, which the text may not have.
      self.location = line == nil ? end : location
    }

    /// What stands here, for a message.
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
