/// Splits an XML template into text and values, scalar by scalar: with a combining mark after it, a
/// bracket is a `Character` that equals no bracket.
///
/// It is not read with the document: that a text is XML is known once the operation is found whose
/// request it is, and what becomes of its elements once it is known which values may be missing.
struct XMLTemplateReader {
  struct Mistake: Error {
    let message: String

    init(_ message: String) { self.message = message }
  }

  private enum Place {
    case content, tag
    case attribute(quote: Unicode.Scalar)
  }

  private struct Element {
    var name = ""
    var parts: [ValuePlan] = []
    /// The text since the last tag.
    var text: [ValuePlan] = []
    var hasChildren = false
  }

  /// The open elements, under one for the document.
  private var open = [Element()]
  private var place = Place.content
  /// The attribute that is being read, with the white space before it.
  private var attribute: [ValuePlan] = []
  private var rest = Substring.UnicodeScalarView()

  private var isOutside: Bool { open.count == 1 }

  mutating func read(_ text: String) throws(Mistake) {
    rest = text[...].unicodeScalars
    while let first = rest.first {
      switch place {
      case .content: try readContent(first)
      case .tag: try readTag(first)
      case .attribute(let quote): try readAttribute(first, quote)
      }
    }
  }

  mutating func insert(_ value: ValuePlan) throws(Mistake) {
    let part = ValuePlan(
      kind: .xmlText(value), type: value.type.isSecret ? .secret : .string,
      isOptional: value.isOptional, expression: value.expression)
    switch place {
    case .content where !isOutside: open[open.count - 1].text.append(part)
    case .attribute: attribute.append(part)
    case .content: throw Mistake("a placeholder is outside the root element")
    case .tag: throw Mistake("a placeholder isn't allowed inside a tag")
    }
  }

  mutating func finish() throws(Mistake) -> [ValuePlan] {
    guard case .content = place, isOutside else {
      throw Mistake("'<\(open.last?.name ?? "")>' isn't closed")
    }
    flushText()
    guard open[0].hasChildren else { throw Mistake("there is no element") }
    return open[0].parts
  }
}

// MARK: content

extension XMLTemplateReader {
  private mutating func readContent(_ first: Unicode.Scalar) throws(Mistake) {
    guard first == "<" else {
      if isOutside, !first.properties.isWhitespace {
        throw Mistake("text is outside the root element")
      }
      return open[open.count - 1].text.append(text: try takeCharacter(first))
    }
    if isNext("<!--") { return try takeVerbatim("-->") }
    if isNext("<![CDATA["), !isOutside { return try takeVerbatim("]]>") }
    if isNext("<?") { return try takeVerbatim("?>") }
    if isNext("<!") { throw Mistake("a document type is not allowed") }
    if isNext("</") { return try close() }
    let name = rest.dropFirst().prefix {
      !$0.properties.isWhitespace && !"/><\"'=".unicodeScalars.contains($0)
    }
    guard !name.isEmpty else { throw Mistake("'<' doesn't begin a tag") }
    if isOutside, open[0].hasChildren { throw Mistake("there is more than one root element") }
    flushText()
    rest = rest.dropFirst(name.count + 1)
    open.append(Element(name: String(name), parts: [.literal(.string("<" + String(name)))]))
    place = .tag
  }

  private func isNext(_ text: String) -> Bool { rest.starts(with: text.unicodeScalars) }

  /// One scalar, or a reference to one.
  private mutating func takeCharacter(_ first: Unicode.Scalar) throws(Mistake) -> String {
    guard first == "&" else { return String(rest.removeFirst()) }
    let name = rest.dropFirst().prefix {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "#"
    }
    let end = rest.dropFirst(name.count + 1)
    guard !name.isEmpty, end.first == ";" else { throw Mistake("write '&amp;' for '&'") }
    rest = end.dropFirst()
    return "&" + String(name) + ";"
  }

  /// A comment, an instruction or a CDATA section.
  private mutating func takeVerbatim(_ end: String) throws(Mistake) {
    guard let range = rest.firstRange(of: end.unicodeScalars) else {
      throw Mistake("expected '\(end)' before the placeholder or the end of the text")
    }
    open[open.count - 1].text.append(text: String(rest[..<range.upperBound]))
    rest = rest[range.upperBound...]
  }

  private mutating func close() throws(Mistake) {
    guard let end = rest.firstIndex(of: ">") else { throw Mistake("this end tag has no '>'") }
    let name = String(rest[..<end].dropFirst(2).filter { !$0.properties.isWhitespace })
    guard !isOutside, let element = open.last, element.name == name else {
      throw Mistake("'</\(name)>' has no start tag")
    }
    rest = rest[end...].dropFirst()
    let isValue = !element.hasChildren && element.text.contains(where: \.isOptional)
    if isValue {
      open[open.count - 1].parts += element.text
      open[open.count - 1].text = []
    } else {
      flushText()
    }
    open[open.count - 1].parts.append(text: "</\(name)>")
    closeElement(isLeftOut: isValue)
  }

  /// - Parameter isLeftOut: Whether the element is left out where a part of it is missing.
  private mutating func closeElement(isLeftOut: Bool) {
    let element = open.removeLast()
    open[open.count - 1].hasChildren = true
    if isLeftOut, !isOutside {
      open[open.count - 1].parts.append(.orEmpty(element.parts))
    } else {
      open[open.count - 1].parts.append(contentsOf: element.parts)
    }
    open[open.count - 1].parts = open[open.count - 1].parts.joinedLiterals
  }

  /// Ends the text before a tag: without a value that is part of it there is none.
  private mutating func flushText() {
    let text = open[open.count - 1].text
    open[open.count - 1].text = []
    open[open.count - 1].parts +=
      text.contains(where: \.isOptional) ? [.orEmpty(text)] : text
    open[open.count - 1].parts = open[open.count - 1].parts.joinedLiterals
  }
}

// MARK: tags

extension XMLTemplateReader {
  private mutating func readTag(_ first: Unicode.Scalar) throws(Mistake) {
    if isNext("/>") || first == ">" {
      open[open.count - 1].parts += attribute
      attribute = []
      place = .content
      open[open.count - 1].parts.append(text: first == ">" ? ">" : "/>")
      rest = rest.dropFirst(first == ">" ? 1 : 2)
      if first != ">" { closeElement(isLeftOut: false) }
      return
    }
    guard first != "<", first != "/" else { throw Mistake("'\(first)' isn't allowed inside a tag") }
    if first == "\"" || first == "'" { place = .attribute(quote: first) }
    attribute.append(text: String(rest.removeFirst()))
  }

  private mutating func readAttribute(_ first: Unicode.Scalar, _ quote: Unicode.Scalar)
    throws(Mistake)
  {
    guard first != "<" else { throw Mistake("'<' isn't allowed inside an attribute") }
    attribute.append(text: try takeCharacter(first))
    guard first == quote else { return }
    let isOptional = attribute.contains(where: \.isOptional)
    open[open.count - 1].parts += isOptional ? [.orEmpty(attribute)] : attribute
    attribute = []
    place = .tag
  }
}

extension ValuePlan {
  fileprivate static func orEmpty(_ parts: [ValuePlan]) -> ValuePlan {
    ValuePlan(
      kind: .textOrEmpty(parts.joinedLiterals), type: .string, isOptional: false, expression: nil)
  }
}

extension [ValuePlan] {
  fileprivate mutating func append(text: String) {
    if case .literal(.string(let last))? = self.last?.kind {
      self[count - 1] = .literal(.string(last + text))
    } else {
      append(.literal(.string(text)))
    }
  }

  /// The parts with neighbouring texts as one.
  fileprivate var joinedLiterals: [ValuePlan] {
    reduce(into: []) { result, part in
      if case .literal(.string(let text)) = part.kind {
        result.append(text: text)
      } else {
        result.append(part)
      }
    }
  }
}
