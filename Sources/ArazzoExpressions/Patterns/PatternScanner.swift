/// Reads a pattern scalar by scalar; a value in it is an item that isn't a scalar.
struct PatternScanner: ScalarScanner {
  private enum Item {
    case scalar(Unicode.Scalar)
    case value(Int)
  }

  private var items: [(item: Item, offset: Int)] = []
  private var endOffset: Int
  private(set) var values: [WrittenValue] = []
  var position = 0

  /// The whole text of a condition.
  init(_ text: String) throws(ExpressionError) {
    var scanner = TextScanner(text)
    endOffset = scanner.end
    while let scalar = scanner.peek() {
      let start = scanner.position
      if let (expression, offset) = try scanner.takeBracedExpression() {
        append(expression, at: offset)
      } else {
        items.append((.scalar(scalar), start))
        scanner.position += 1
      }
    }
  }

  /// A string literal that begins at `offset`.
  init(_ template: StringTemplate, at offset: Int) {
    endOffset = offset
    switch template {
    case .text(let text): append(text, at: offset)
    case .expression(let expression): append(expression, at: offset)
    case .parts(let parts):
      for part in parts {
        switch part {
        case .text(let text): append(text, at: offset)
        case .expression(let expression, let inner, _): append(expression, at: offset + inner)
        }
      }
    }
  }

  private mutating func append(_ text: String, at offset: Int) {
    items += text.unicodeScalars.map { (.scalar($0), offset) }
  }

  private mutating func append(_ expression: ParsedExpression, at offset: Int) {
    items.append((.value(values.count), offset))
    values.append(.expression(expression, offset: offset))
  }
}

extension PatternScanner {
  var isAtEnd: Bool { position >= items.count }

  /// The next scalar; `nil` at the end and at a value.
  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    guard position + ahead < items.count, case .scalar(let scalar) = items[position + ahead].item
    else { return nil }
    return scalar
  }

  /// The number of the value here.
  func peekValue(_ ahead: Int = 0) -> Int? {
    guard position + ahead < items.count, case .value(let number) = items[position + ahead].item
    else { return nil }
    return number
  }

  /// The offset of the item in the whole text.
  func offset(of place: Int) -> Int {
    items.indices.contains(place) ? items[place].offset : endOffset
  }

  /// Whether the text at the offset begins with `(?<=` or `(?<!`.
  func isLookBehind(at place: Int) -> Bool {
    let signs = (0..<4).map { peek(place - position + $0) }
    return signs == ["(", "?", "<", "="] || signs == ["(", "?", "<", "!"]
  }

  func error(
    _ message: String, at place: Int? = nil, suggestion: String? = nil
  ) -> ExpressionError {
    ExpressionError(message, offset: offset(of: place ?? position), suggestion: suggestion)
  }
}
