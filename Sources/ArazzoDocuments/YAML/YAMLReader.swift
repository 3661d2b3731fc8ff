import CLibYAML

/// Builds a node tree from libyaml's events.
struct YAMLReader {
  let source: SourceText
  let breaks: LineBreakStandIns?
  private let events: YAMLEvents
  var builder = TreeBuilder()
  var anchors = YAMLAnchors()
  private var documents = 0

  static func read(_ source: SourceText) throws(DocumentError) -> Node {
    if source.text.utf8.allSatisfy(\.isJSONWhiteSpace) { throw empty(source) }
    var bytes = Array(source.text.utf8)
    let breaks = LineBreakStandIns(for: bytes)
    if let breaks { bytes = breaks.hide(in: source.text) }
    return try bytes.withUnsafeBufferPointer { bytes throws(DocumentError) -> Node in
      var reader = YAMLReader(source, breaks: breaks, events: YAMLEvents(bytes))
      return try reader.readAll()
    }
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
    if let root = builder.root?.node { return root }
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
      "a second YAML document starts here, but a file holds one",
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
    throw DocumentError("\(kind) can't be a key; a key is text", at: location)
  }

  private mutating func end() throws(DocumentError) {
    guard let (built, anchor) = try builder.end() else { return }
    anchors.set(anchor, to: built)
  }
}
