import ArazzoDocuments

/// A parsed string of a description: text, one runtime expression, or text with expressions in
/// it (rules V1 and V2).
///
/// `'{$inputs.n}'`, one braced expression and nothing else, is `.parts` with that one part (rule
/// V1, settled corner). An unbraced `$` starts an expression only where it starts a word and a
/// known root follows (dialect P1); a whole string with an unknown root is text.
///
/// Line breaks behind a whole expression, as a block of YAML leaves them, do not make it text: that
/// counts as dialect P3.
///
/// Names can contain blanks, so `$inputs.name is here` is one expression where there is such an
/// input.
package struct StringReading: Sendable {
  package let text: String
  /// What is wrong with a text that looks like an expression and is none (the settled corner V2).
  package let unknownRoot: ExpressionError?
  /// What the text is where no name with blanks is declared that makes it one expression.
  private let parted: Result<StringTemplate, ExpressionError>
  /// The text as one expression that ends in a name with blanks.
  private var whole: ParsedExpression?
  /// Whether the text reads better as that expression.
  private var readsWhole = false

  package init(_ text: String) {
    self.text = text
    let reading = Self.read(text)
    (parted, whole, readsWhole) = (reading.parted, reading.whole, reading.readsWhole)
    unknownRoot = Self.unknownRoot(text, parted)
  }

  /// What the string is by its text alone: a blank belongs to a name, a `/`, `:` or the like ends
  /// it.
  package var template: Result<StringTemplate, ExpressionError> {
    guard let whole, readsWhole else { return parted }
    return .success(.expression(whole))
  }

  /// What the string is.
  ///
  /// - Parameter isDeclared: Whether there is what an expression with blanks in its name refers to.
  package func template(
    where isDeclared: (ParsedExpression) -> Bool
  ) -> Result<StringTemplate, ExpressionError> {
    guard let whole, isDeclared(whole) else { return parted }
    return .success(.expression(whole))
  }

  /// Whether the string is exactly one expression, with or without braces.
  package var isOneExpression: Bool {
    switch template {
    case .success(.expression): true
    case .success(.parts(let parts)): parts.count == 1
    case .success(.text), .failure: false
    }
  }

  // MARK: reading

  private typealias Reading = (
    parted: Result<StringTemplate, ExpressionError>, whole: ParsedExpression?, readsWhole: Bool
  )

  private static func read(_ text: String) -> Reading {
    guard text.unicodeScalars.contains("$") else { return (.success(.text(text)), nil, false) }
    var parser = StringTemplateParser(text, readsUnbraced: true)
    do {
      let parts = try parser.parse()
      let parted = Result { () throws(ExpressionError) in
        if let problem = parser.problem { throw problem }
        return StringTemplate(parts)
      }
      guard RuntimeExpressionParser.knownRoot(at: TextScanner(text)) != nil else {
        return (parted, nil, false)
      }
      if let last = text.unicodeScalars.last, last.isLineBreak {
        return read(beforeLineBreaks: text, parts)
      }
      return try read(whole: text, parts, parted)
    } catch {
      return (.failure(error), nil, false)
    }
  }

  /// The text as one expression, or as its parts where these read better.
  private static func read(
    whole text: String, _ parts: [StringTemplate.Part],
    _ parted: Result<StringTemplate, ExpressionError>
  ) throws(ExpressionError) -> Reading {
    let expressions = parts.filter(\.isExpression).count
    guard expressions < 2 else { return (parted, nil, false) }
    do {
      let whole = try RuntimeExpression.parse(text)
      guard parts.count > 1, expressions > 0 else {
        return (.success(.expression(whole)), nil, false)
      }
      return (parted, whole, !(parts[1].startsLikeRunningText && whole.expression.endsInName))
    } catch {
      // A pointer that lacks its slash isn't text after the body.
      let isPointer = parts.first?.isExpression == true && error.range?.isEmpty == true
      guard expressions > 0, !isPointer else { throw error }
      return (parted, nil, false)
    }
  }

  private static func read(
    beforeLineBreaks text: String, _ parts: [StringTemplate.Part]
  ) -> Reading {
    let trimmed = read(text.withoutTrailingLineBreaks)
    let parted = trimmed.parted.map { template -> StringTemplate in
      if case .expression(let whole) = template { return .expression(whole.inBlock) }
      return StringTemplate(parts)
    }
    return (parted, trimmed.whole?.inBlock, trimmed.readsWhole)
  }

  private static func unknownRoot(
    _ text: String, _ parted: Result<StringTemplate, ExpressionError>
  ) -> ExpressionError? {
    guard case .success(.text) = parted, text.first == "$",
      text.dropFirst().first?.isLetter == true
    else { return nil }
    do {
      _ = try RuntimeExpression.parse(text)
      return nil
    } catch {
      return error
    }
  }
}

extension StringTemplate {
  fileprivate init(_ parts: [Part]) {
    if parts.isEmpty {
      self = .text("")
    } else if parts.count == 1, case .text(let text) = parts[0] {
      self = .text(text)
    } else {
      self = .parts(parts)
    }
  }

  /// Reads a string by its text alone.
  package static func parse(_ text: String) throws(ExpressionError) -> StringTemplate {
    try StringReading(text).template.get()
  }

  /// Reads a string in which only `{$…}` is an expression: what stands in quotes, a regular
  /// expression, an XPath.
  package static func parseBraced(_ text: String) throws(ExpressionError) -> StringTemplate {
    guard text.unicodeScalars.contains("$") else { return .text(text) }
    var parser = StringTemplateParser(text, readsUnbraced: false)
    return StringTemplate(try parser.parse())
  }
}

extension StringTemplate.Part {
  fileprivate var isExpression: Bool {
    if case .expression = self { true } else { false }
  }

  /// Whether the text after an expression can't be part of a name.
  fileprivate var startsLikeRunningText: Bool {
    guard case .text(let text) = self, let first = text.unicodeScalars.first else { return false }
    return "/:;,?!&@=|\"'`<>%+".unicodeScalars.contains(first)
  }
}

extension ParsedExpression {
  /// The same with line breaks after it (dialect P3).
  fileprivate var inBlock: ParsedExpression {
    ParsedExpression(expression, dialects: dialects.union([.p03LooseSpelling]))
  }
}

extension RuntimeExpression {
  /// Whether nothing ends it but the end of a declared name.
  fileprivate var endsInName: Bool {
    switch self {
    case .inputs(let reference), .outputs(let reference), .steps(_, let reference),
      .workflows(_, _, let reference):
      reference.pointer == nil
    default: false
    }
  }
}

extension String {
  fileprivate var withoutTrailingLineBreaks: String {
    var scalars = unicodeScalars
    while let last = scalars.last, last.isLineBreak { scalars.removeLast() }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isLineBreak: Bool { self == "\n" || self == "\r" }
}
