import CLibYAML

/// Builds a node tree from libyaml's events.
struct YAMLReader: ~Copyable {
  let source: SourceText
  let breaks: LineBreakStandIns?
  private let events: YAMLEvents
  var builder = TreeBuilder()
  var anchors = YAMLAnchors()
  private var documents = 0

  static func read(_ source: SourceText) throws(DocumentError) -> Node {
    if source.text.utf8.allSatisfy(\.isJSONWhiteSpace) { throw empty(source) }
    var text = source.text
    let breaks = text.withUTF8 { LineBreakStandIns(for: $0) }
    if let breaks { text = breaks.hidden(in: text) }
    let root = text.withUTF8 { bytes in
      Result { () throws(DocumentError) -> Node in
        var reader = YAMLReader(source, breaks: breaks, events: YAMLEvents(bytes))
        return try reader.readAll()
      }
    }
    return try root.get()
  }

  private init(_ source: SourceText, breaks: LineBreakStandIns?, events: YAMLEvents) {
    self.source = source
    self.breaks = breaks
    self.events = events
  }

  private mutating func readAll() throws(DocumentError) -> Node {
    while let event = events.next() {
      if event.pointee.type == YAML_STREAM_END_EVENT { return try finished() }
      try take(event)
    }
    throw DocumentError(events.problem.diagnostic(in: source))
  }

  private func finished() throws(DocumentError) -> Node {
    if let root = builder.root { return root }
    throw Self.empty(source)
  }

  static func empty(_ source: SourceText) -> DocumentError {
    DocumentError("the file is empty", at: Location(source, line: 1, column: 1))
  }

  private mutating func take(_ event: UnsafePointer<yaml_event_t>) throws(DocumentError) {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: try takeScalar(event)
    case YAML_MAPPING_START_EVENT:
      let mapping = event.pointee.data.mapping_start
      try begin(
        event, isMapping: true, anchor: mapping.anchor, tag: mapping.tag,
        isBlock: mapping.style == YAML_BLOCK_MAPPING_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.pointee.data.sequence_start
      try begin(
        event, isMapping: false, anchor: sequence.anchor, tag: sequence.tag, isBlock: false)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: try end()
    case YAML_ALIAS_EVENT: try takeAlias(event)
    case YAML_DOCUMENT_START_EVENT: try beginDocument(event)
    default: break
    }
  }

  private mutating func beginDocument(_ event: UnsafePointer<yaml_event_t>) throws(DocumentError) {
    documents += 1
    guard documents > 1 else { return }
    throw DocumentError(
      "a second YAML document starts here; a file can have only one",
      at: Location(source, at: event.pointee.start_mark))
  }

  private mutating func begin(
    _ event: UnsafePointer<yaml_event_t>, isMapping: Bool, anchor: UnsafeMutablePointer<UInt8>?,
    tag: UnsafeMutablePointer<UInt8>?, isBlock: Bool
  ) throws(DocumentError) {
    let location = Location(source, at: event.pointee.start_mark)
    try rejectComplexKey(isMapping ? "a mapping" : "a sequence", at: location)
    if let tag {
      let tag = String(cString: tag)
      let expected = isMapping ? YAMLTag.mapping : YAMLTag.sequence
      guard tag == expected.rawValue else {
        throw YAMLTag.unsupported(tag, at: location)
      }
    }
    let anchor = anchor.map { String(cString: $0) }
    if let anchor { anchors.open(anchor) }
    try builder.begin(
      isMapping: isMapping, at: location, startsAtFirstKey: isBlock, anchor: anchor)
  }

  func rejectComplexKey(_ kind: String, at location: Location) throws(DocumentError) {
    guard builder.expectsKey else { return }
    throw DocumentError("\(kind) can't be a key; keys are strings", at: location)
  }

  private mutating func end() throws(DocumentError) {
    guard let (built, anchor) = try builder.end() else { return }
    anchors.set(anchor, to: built)
  }
}

extension YAMLReader {
  /// Puts the value of an anchor here again; it is shared and not copied.
  mutating func takeAlias(_ event: UnsafePointer<yaml_event_t>) throws(DocumentError) {
    let location = Location(source, at: event.pointee.start_mark)
    let name = event.pointee.data.alias.anchor.map { String(cString: $0) } ?? ""
    let built = try anchors.value(of: name, usedAt: location)
    if builder.expectsKey {
      guard let key = built.node.keyText else {
        throw DocumentError("\(built.node.kindName) can't be a key; keys are strings", at: location)
      }
      builder.addKey(Located(key, at: location))
    } else {
      try builder.checkDepth(adding: built.height, at: location)
      try builder.add(built)
    }
  }
}

extension Node {
  /// The text of a scalar as a key.
  fileprivate var keyText: String? {
    switch value {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let text), .string(let text): text
    case .sequence, .mapping: nil
    }
  }
}

extension YAMLReader {
  mutating func takeScalar(_ event: UnsafePointer<yaml_event_t>) throws(DocumentError) {
    let scalar = YAMLScalarEvent(event)
    let place = ScalarPlace(event, scalar)
    if builder.expectsKey { return try takeKey(scalar, at: place) }
    if builder.depth == 0, scalar.isPlain, scalar.bytes.isEmpty, scalar.tag == nil {
      throw Self.empty(source)
    }
    let value = try value(of: scalar, at: place)
    let spelling = spelling(of: value, scalar.bytes)
    let node = Node(
      value, at: place.location(in: source), textInset: place.textInset, spelling: spelling)
    if let anchor = scalar.anchor { anchors.set(anchor, to: TreeBuilder.Built(node: node)) }
    try builder.add(node)
  }

  /// How a number is written where that is not how JSON spells it.
  private func spelling(of value: Node.Value, _ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard case .number(let digits) = value else { return nil }
    let written = text(bytes)
    return written == digits ? nil : written
  }

  /// A key is the text as it is written, whatever it would mean as a value: `200`, `on`, `null`.
  private mutating func takeKey(
    _ scalar: YAMLScalarEvent, at place: ScalarPlace
  ) throws(DocumentError) {
    let key = text(scalar.bytes)
    if scalar.tag != nil { _ = try value(of: scalar, at: place) }
    if let anchor = scalar.anchor {
      let node = Node(.string(key), at: place.location(in: source))
      anchors.set(anchor, to: TreeBuilder.Built(node: node))
    }
    let isMerge = key == "<<" && scalar.isPlain && scalar.tag == nil
    builder.addKey(Located(key, at: place.location(in: source)), isMerge: isMerge)
  }

  private func value(
    of scalar: YAMLScalarEvent, at place: ScalarPlace
  ) throws(DocumentError) -> Node.Value {
    if let tag = scalar.tag {
      return try value(tagged: tag, scalar.bytes, at: place.location(in: source))
    }
    if scalar.isPlain, let value = YAMLScalar.resolve(scalar.bytes) { return value }
    return .string(text(scalar.bytes))
  }

  private func value(
    tagged tag: String, _ bytes: UnsafeBufferPointer<UInt8>, at location: Location
  ) throws(DocumentError) -> Node.Value {
    guard let known = YAMLTag(rawValue: tag), known != .sequence, known != .mapping else {
      throw YAMLTag.unsupported(tag, at: location)
    }
    let text = text(bytes)
    if let value = known.resolve(bytes, as: text) { return value }
    throw DocumentError(
      "\(text.quotedForMessage) doesn't match its tag \(YAMLTag.written(tag))", at: location)
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return breaks?.restored(text) ?? text
  }
}

/// The anchors of a document so far, with a limit on the values that aliases add.
struct YAMLAnchors {
  /// The maximum number of nodes that the aliases of a document expand to.
  static let expansionLimit = 2_000_000

  private enum Anchor {
    /// Its collection is still being read.
    case open
    case complete(TreeBuilder.Built)
  }

  private var anchors: [String: Anchor] = [:]
  private var expansion = 0

  mutating func open(_ name: String) { anchors[name] = .open }

  mutating func set(_ name: String, to built: TreeBuilder.Built) {
    anchors[name] = .complete(built)
  }

  mutating func value(
    of name: String, usedAt location: Location
  ) throws(DocumentError) -> TreeBuilder.Built {
    switch anchors[name] {
    case .complete(let built):
      expansion += built.weight
      if expansion <= Self.expansionLimit { return built }
      throw DocumentError(
        "the aliases of this document expand to more than \(Self.expansionLimit) values",
        at: location)
    case .open:
      throw DocumentError(
        "the alias '*\(name)' is inside its own anchor, so the value would be infinite",
        at: location)
    case nil: throw unknown(name, at: location)
    }
  }

  private func unknown(_ name: String, at location: Location) -> DocumentError {
    DocumentError(
      "there is no anchor '&\(name)' before this alias", at: location,
      suggestion: Suggestion.nearest(to: name, in: anchors.keys.sorted()).map { "*\($0)" })
  }
}
