import CLibYAML

extension YAMLReader {
  mutating func takeScalar(_ event: yaml_event_t) throws(DocumentError) {
    let scalar = event.data.scalar
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let place = ScalarPlace(event, bytes: bytes, source: source)
    if builder.expectsKey { return try takeKey(scalar, bytes, at: place.location) }
    if builder.depth == 0, bytes.isEmpty, scalar.style == YAML_PLAIN_SCALAR_STYLE {
      throw DocumentError("the file is empty", at: Location(source, line: 1, column: 1))
    }
    let value = try value(of: scalar, bytes, at: place.location)
    let built = TreeBuilder.Built(
      node: Node(value, at: place.location, textInset: place.textInset))
    if let anchor = scalar.anchor { anchors.set(String(cString: anchor), to: built) }
    try builder.add(built)
  }

  /// A key is the text as it is written, whatever it would mean as a value: `200`, `on`, `null`.
  private mutating func takeKey(
    _ scalar: YAMLScalarEvent, _ bytes: UnsafeBufferPointer<UInt8>, at location: Location
  ) throws(DocumentError) {
    let key = text(bytes)
    if let tag = scalar.tag {
      _ = try value(tagged: String(cString: tag), bytes, as: key, at: location)
    }
    if let anchor = scalar.anchor {
      anchors.set(
        String(cString: anchor), to: TreeBuilder.Built(node: Node(.string(key), at: location)))
    }
    let isMerge = key == "<<" && scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.tag == nil
    builder.addKey(Located(key, at: location), isMerge: isMerge)
  }

  private func value(
    of scalar: YAMLScalarEvent, _ bytes: UnsafeBufferPointer<UInt8>, at location: Location
  ) throws(DocumentError) -> Node.Value {
    if let tag = scalar.tag {
      return try value(tagged: String(cString: tag), bytes, as: text(bytes), at: location)
    }
    if scalar.style == YAML_PLAIN_SCALAR_STYLE, let value = YAMLScalar.resolve(bytes) {
      return value
    }
    return .string(text(bytes))
  }

  private func value(
    tagged tag: String, _ bytes: UnsafeBufferPointer<UInt8>, as text: String,
    at location: Location
  ) throws(DocumentError) -> Node.Value {
    guard let known = YAMLTag(rawValue: tag), known != .sequence, known != .mapping else {
      throw YAMLTag.unsupported(tag, at: location)
    }
    if let value = known.resolve(bytes, as: text) { return value }
    throw DocumentError("\(text.quotedForMessage) is not what its tag says", at: location)
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return breaks?.restored(text) ?? text
  }
}

/// The fields of a scalar event.
typealias YAMLScalarEvent = yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar
