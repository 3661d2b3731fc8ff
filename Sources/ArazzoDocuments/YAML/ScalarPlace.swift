import CLibYAML

/// The position of a scalar's text in its source.
struct ScalarPlace {
  private let line: Int
  private let column: Int
  let textInset: Int?

  init(_ event: UnsafePointer<yaml_event_t>, _ scalar: YAMLScalarEvent) {
    let (start, end) = (event.pointee.start_mark, event.pointee.end_mark)
    guard start.line == end.line, let quote = Self.quoteWidth(scalar.style) else {
      (line, column) = (Int(start.line) + 1, Int(start.column) + 1)
      textInset = nil
      return
    }
    let width = scalar.bytes.count { !$0.isUTF8Continuation } + 2 * quote
    let extent = Int(end.index - start.index)
    // An anchor or a tag before the text counts as part of the scalar.
    let isVerbatim = extent == width || (scalar.hasProperties && quote == 0 && extent > width)
    line = Int(start.line) + 1
    column = (isVerbatim ? Int(end.column) - width : Int(start.column)) + 1
    textInset = isVerbatim ? quote : nil
  }

  func location(in source: SourceText) -> Location { Location(source, line: line, column: column) }

  /// The number of quotes on each side; `nil` for a block scalar.
  private static func quoteWidth(_ style: yaml_scalar_style_t) -> Int? {
    switch style {
    case YAML_PLAIN_SCALAR_STYLE: 0
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: 1
    default: nil
    }
  }
}
