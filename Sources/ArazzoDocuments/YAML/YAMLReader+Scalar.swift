import CLibYAML

extension YAMLReader {
  mutating func takeScalar(_ event: UnsafePointer<yaml_event_t>) throws(DocumentError) {
    let scalar = YAMLScalarEvent(event)
    let place = ScalarPlace(event, scalar, source: source)
    if builder.expectsKey { return try takeKey(scalar, at: place.location) }
    if builder.depth == 0, scalar.isPlain, scalar.bytes.isEmpty, scalar.tag == nil {
      throw Self.empty(source)
    }
    let value = try value(of: scalar, at: place.location)
    let built = TreeBuilder.Built(
      node: Node(
        value, at: place.location, textInset: place.textInset,
        spelling: spelling(of: value, scalar.bytes)))
    if let anchor = scalar.anchor { anchors.set(anchor, to: built) }
    try builder.add(built)
  }

  /// How a number is written where that is not how JSON spells it.
  private func spelling(of value: Node.Value, _ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard case .number(let digits) = value else { return nil }
    let written = text(bytes)
    return written == digits ? nil : written
  }

  /// A key is the text as it is written, whatever it would mean as a value: `200`, `on`, `null`.
  private mutating func takeKey(
    _ scalar: YAMLScalarEvent, at location: Location
  ) throws(DocumentError) {
    let key = text(scalar.bytes)
    if scalar.tag != nil { _ = try value(of: scalar, at: location) }
    if let anchor = scalar.anchor {
      anchors.set(anchor, to: TreeBuilder.Built(node: Node(.string(key), at: location)))
    }
    let isMerge = key == "<<" && scalar.isPlain && scalar.tag == nil
    builder.addKey(Located(key, at: location), isMerge: isMerge)
  }

  private func value(
    of scalar: YAMLScalarEvent, at location: Location
  ) throws(DocumentError) -> Node.Value {
    if let tag = scalar.tag { return try value(tagged: tag, scalar.bytes, at: location) }
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
      "\(text.quotedForMessage) is not what its tag says: \(YAMLTag.written(tag))", at: location)
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return breaks?.restored(text) ?? text
  }
}
