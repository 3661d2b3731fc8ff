/// The corrected text of a place in a document, ready to paste: pasting it removes the diagnostic
/// that it belongs to.
package struct Fix: Sendable, Hashable {
  /// A range of a source text and its replacement.
  package struct Edit: Sendable, Hashable {
    package let start: Location
    /// The place after the stretch.
    package let end: Location
    package let text: String

    package init(from start: Location, to end: Location, text: String) {
      self.start = start
      self.end = end
      self.text = text
    }
  }

  /// What the help shows of it; without control characters.
  package let text: String
  /// The whole help: what to write or do.
  package let help: String
  /// None of them overlap.
  package let edits: [Edit]

  /// - Parameters:
  ///   - text: What the help shows, where it is more than the text of the first edit.
  ///   - help: The whole help, where it isn't `write` and the text.
  package init?(_ edits: [Edit], text: String? = nil, help: String? = nil) {
    guard let first = edits.first else { return nil }
    self.edits = edits
    self.text = (text ?? first.text).withVisibleControls
    self.help = (help ?? "write \(self.text)").withVisibleControls
  }
}

extension Fix {
  /// Another text for a scalar, written as the scalar is: plain, quoted, or the lines of a block.
  ///
  /// - Parameters:
  ///   - location: Where the scalar begins.
  ///   - text: What the scalar holds.
  /// - Returns: `nil` where the source can't be changed so, or where nothing would change.
  package init?(at location: Location, replacing text: String, with mended: String) {
    guard text != mended, let scalar = SourceScalar(text, at: location) else { return nil }
    self.init(scalar.edits(replacing: text, with: mended))
  }

  /// The same for a scalar that was read as a value of its own.
  package init?(_ scalar: Located<String>, with mended: String) {
    self.init(at: scalar.location, replacing: scalar.value, with: mended)
  }

  /// Some text in place of every occurrence of another one in a scalar, where it is a word of its
  /// own.
  package init?(at location: Location, in text: String, writing new: String, for old: String) {
    self.init(at: location, replacing: text, with: text.replacingWords(old, with: new))
  }

  /// The edits of several fixes of one source, each once.
  package static func merged(_ fixes: [Fix]) -> Fix? {
    var seen: Set<Edit> = []
    let edits = fixes.flatMap(\.edits).filter { seen.insert($0).inserted }
    return Fix(edits, text: fixes.first?.text, help: fixes.first?.help)
  }

  /// The source text with the edits made; of two that overlap, the first one.
  package func applied(to source: SourceText) -> String {
    var result = String.UnicodeScalarView()
    let scalars = source.text.unicodeScalars
    var done = scalars.startIndex
    for edit in edits.sorted(by: { $0.start.isBefore($1.start) }) {
      guard let start = SourceCursor(at: edit.start)?.index,
        let end = SourceCursor(at: edit.end)?.index, start >= done, end >= start
      else { continue }
      result += scalars[done..<start]
      result += edit.text.unicodeScalars
      done = end
    }
    result += scalars[done...]
    return String(result)
  }
}

extension Fix {
  /// The help for a log that others can read: of the text to write, only the words that change. What
  /// stays can be a secret, such as a token before an expression.
  package var helpForLogs: String {
    guard edits.count == 1, let edit = edits.first,
      help == "write \(edit.text.withVisibleControls)",
      let start = SourceCursor(at: edit.start)?.index, let end = SourceCursor(at: edit.end)?.index,
      start < end
    else { return help }
    let old = edit.start.source.text[start..<end].words
    let new = edit.text.words
    let before = zip(old, new).prefix { $0 == $1 }.count
    let after = zip(old.dropFirst(before).reversed(), new.dropFirst(before).reversed())
      .prefix { $0 == $1 }.count
    let changed = new.dropFirst(before).dropLast(after).joined()
    let removed = old.dropFirst(before).dropLast(after).joined()
    return (changed.isEmpty ? "remove \(removed)" : "write \(changed)").withVisibleControls
  }
}

extension Location {
  fileprivate func isBefore(_ other: Location) -> Bool {
    (line, column) < (other.line, other.column)
  }
}

extension String {
  /// The text with another one in place of a part, wherever no letter, digit, `_` or `-` follows
  /// it.
  fileprivate func replacingWords(_ old: String, with new: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: old) {
      let follows = rest[range.upperBound...].unicodeScalars.first
      let isWord = follows.map { !$0.continuesName } ?? true
      result += rest[..<range.lowerBound] + (isWord ? new : old)
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}

extension StringProtocol {
  /// Its names and expressions, which begin at `$`, and each other scalar by itself.
  fileprivate var words: [String] {
    var words: [String] = []
    var isName = false
    for scalar in unicodeScalars {
      let continues = scalar.continuesName || "./#".unicodeScalars.contains(scalar)
      if isName, continues {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else {
        words.append(String(scalar))
      }
      isName = continues || scalar == "$"
    }
    return words
  }
}

extension Unicode.Scalar {
  fileprivate var continuesName: Bool {
    properties.isAlphabetic || properties.numericType != nil || self == "_" || self == "-"
  }
}

extension Fix {
  /// A further member at the head of a mapping.
  ///
  /// - Parameter text: The member as it is written in a line: `name: value`.
  package init?(adding text: String, at mapping: Location) {
    guard let cursor = SourceCursor(at: mapping), !mapping.source.isJSON else { return nil }
    guard cursor.next == "{" else {
      let indentation = String(repeating: " ", count: mapping.column - 1)
      self.init([Edit(from: mapping, to: mapping, text: "\(text)\n\(indentation)")], text: text)
      return
    }
    let place = Location(mapping.source, line: mapping.line, column: mapping.column + 1)
    self.init([Edit(from: place, to: place, text: "\(text), ")], text: text)
  }

  /// The source text of a value that replaces a scalar.
  package init?(at location: Location, replacing text: String, withSource source: String) {
    guard let scalar = SourceScalar(text, at: location), scalar.isWhole else { return nil }
    self.init([Edit(from: scalar.start, to: scalar.end, text: source)])
  }

  /// A scalar with quotes around it.
  package init?(quoting text: String, at location: Location) {
    let quote = location.source.isJSON ? "\"" : "'"
    self.init(at: location, replacing: text, withSource: "\(quote)\(text)\(quote)")
  }
}
