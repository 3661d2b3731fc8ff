/// The text of a document, kept so that diagnostics can quote it.
package final class SourceText: Sendable {
  /// The file's name as diagnostics show it.
  package let name: String
  package let text: String
  let lineStarts = Shared(LineStarts())

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// A place in a source text.
package struct Location: Sendable {
  package let source: SourceText
  // Of 32 bits, for every node of a tree has one: half the size is felt in large documents.
  private let narrowLine: Int32
  private let narrowColumn: Int32

  package init(_ source: SourceText, line: Int, column: Int) {
    self.source = source
    narrowLine = Int32(clamping: line)
    narrowColumn = Int32(clamping: column)
  }

  /// The line, from 1.
  package var line: Int { Int(narrowLine) }

  /// The column in Unicode scalars, from 1.
  package var column: Int { Int(narrowColumn) }
}

extension Location: Hashable, CustomStringConvertible {
  package static func == (left: Location, right: Location) -> Bool {
    left.source === right.source && left.line == right.line && left.column == right.column
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(source))
    hasher.combine(line)
    hasher.combine(column)
  }

  /// `FILE:LINE:COLUMN`, the form that Xcode and terminals turn into a link.
  package var description: String { "\(source.name):\(line):\(column)" }
}

/// A value with its location.
package struct Located<Value: Sendable>: Sendable {
  package let value: Value
  package let location: Location

  package init(_ value: Value, at location: Location) {
    self.value = value
    self.location = location
  }
}
