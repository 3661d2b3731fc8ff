/// Reads a document without recursion: however deep the text, the stack stays flat.
struct XMLReader {
  let text: [UInt8]
  var position = 0
  var builder: XMLTreeBuilder
  private let encoding: XMLDecoder.Encoding?

  init(_ source: XMLDecoder.Source, limits: XMLLimits) {
    text = source.text
    encoding = source.encoding
    builder = XMLTreeBuilder(limits: limits)
  }

  /// Reads the whole text.
  mutating func document() throws(XMLError) -> XMLTree {
    if sees("<?xml"), space(at: position + 5) {
      try readDeclaration()
      builder.tree.hasDeclaration = true
    }
    try readProlog(before: "an element")
    try readStartTag()
    while builder.depth > 0 { try readContent() }
    while true {
      skipSpace()
      if position == text.count { return builder.finish() }
      try readMisc(orElse: "the end of the document")
    }
  }

  private mutating func readProlog(before wanted: String) throws(XMLError) {
    while true {
      skipSpace()
      if next == UInt8(ascii: "<"), isNameStart(at: position + 1) { return }
      try readMisc(orElse: wanted)
    }
  }

  /// A comment or an instruction outside the document's element.
  private mutating func readMisc(orElse wanted: String) throws(XMLError) {
    if sees("<!--") { return try readComment() }
    if sees("<?") { return try readInstruction() }
    if sees("<!DOCTYPE") { throw error("document type declarations aren't supported") }
    throw unexpected(wanted)
  }

  /// What comes next inside an element.
  private mutating func readContent() throws(XMLError) {
    guard let byte = next else {
      throw error("<\(builder.openName.qualified)> isn't closed")
    }
    if byte != UInt8(ascii: "<") { return try readText() }
    if sees("</") { return try readEndTag() }
    if sees("<!--") { return try readComment() }
    if sees("<![CDATA[") { return try readCDATA() }
    if sees("<?") { return try readInstruction() }
    try readStartTag()
  }

  private mutating func readText() throws(XMLError) {
    let start = position
    var value: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "<") {
      if byte == UInt8(ascii: "&") {
        value.append(contentsOf: try readReference())
      } else if byte == UInt8(ascii: "]"), sees("]]>") {
        throw error("']]>' isn't allowed outside CDATA")
      } else {
        value.append(byte)
        position += 1
      }
    }
    try add(at: start) { $0.text(String(decoding: value, as: UTF8.self)) }
  }

  private mutating func readCDATA() throws(XMLError) {
    let start = position
    position += 9
    let value = try readUpTo("]]>", of: "CDATA", from: start)
    try add(at: start) { $0.text(value) }
  }

  private mutating func readComment() throws(XMLError) {
    let start = position
    position += 4
    let value = try readUpTo("--", of: "a comment", from: start)
    guard next == UInt8(ascii: ">") else { throw error("a comment can't contain '--'") }
    position += 1
    try add(at: start) { $0.comment(value) }
  }

  private mutating func readInstruction() throws(XMLError) {
    let start = position
    position += 2
    let target = try readNCName()
    guard target.lowercased() != "xml" else {
      throw XMLError(
        "an XML declaration is only allowed at the start of the document", at: start, in: text)
    }
    if !sees("?>") {
      guard space(at: position) else { throw unexpected("white space or '?>'") }
      skipSpace()
    }
    let value = try readUpTo("?>", of: "an instruction", from: start)
    try add(at: start) { $0.instruction(target, value) }
  }

  /// Adds to the tree; a limit that is passed is an error at `offset`.
  mutating func add(
    at offset: Int, _ body: (inout XMLTreeBuilder) -> Void
  ) throws(XMLError) {
    body(&builder)
    if let reason = builder.exceeded { throw XMLError(reason, at: offset, in: text) }
  }
}

extension XMLReader {
  /// `<?xml version="1.0" encoding="…" standalone="…"?>`.
  private mutating func readDeclaration() throws(XMLError) {
    position += 5
    guard let version = try readPseudoAttribute("version") else { throw unexpected("'version'") }
    // XML 1.0 (fifth edition), 2.8: '1.' and digits.
    guard version.hasPrefix("1."), version.utf8.count > 2,
      version.utf8.dropFirst(2).allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else {
      throw error("XML version \(version) isn't supported; write 1.0")
    }
    if let name = try readPseudoAttribute("encoding") { try check(encoding: name) }
    if let standalone = try readPseudoAttribute("standalone") {
      guard standalone == "yes" || standalone == "no" else {
        throw error("'standalone' must be 'yes' or 'no'")
      }
    }
    skipSpace()
    guard sees("?>") else { throw unexpected("'?>'") }
    position += 2
  }

  private mutating func readPseudoAttribute(_ name: String) throws(XMLError) -> String? {
    let start = position
    skipSpace()
    guard position > start, sees(name) else {
      position = start
      return nil
    }
    position += name.utf8.count
    try readEquals()
    let value = try readQuoted()
    return value
  }

  private func check(encoding name: String) throws(XMLError) {
    switch (name.uppercased(), encoding) {
    case (_, nil), ("UTF-8", .utf8), ("US-ASCII", .utf8), ("UTF-16", .utf16),
      ("UTF-16LE", .utf16), ("UTF-16BE", .utf16):
      return
    case ("UTF-8", _), ("UTF-16", _):
      throw error("the document declares \(name), but its bytes are something else")
    default: throw error("the encoding \(name) isn't supported; use UTF-8 or UTF-16")
    }
  }
}
