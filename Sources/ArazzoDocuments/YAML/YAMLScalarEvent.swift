import CLibYAML

/// The fields of a scalar event, valid as long as the event is.
struct YAMLScalarEvent {
  let bytes: UnsafeBufferPointer<UInt8>
  let style: yaml_scalar_style_t
  private let tagText: UnsafeMutablePointer<UInt8>?
  private let anchorText: UnsafeMutablePointer<UInt8>?

  init(_ event: UnsafePointer<yaml_event_t>) {
    let scalar = event.pointee.data.scalar
    bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    style = scalar.style
    tagText = scalar.tag
    anchorText = scalar.anchor
  }

  var isPlain: Bool { style == YAML_PLAIN_SCALAR_STYLE }

  /// Whether a tag or an anchor stands before the text.
  var hasProperties: Bool { tagText != nil || anchorText != nil }

  var tag: String? { tagText.map { String(cString: $0) } }

  var anchor: String? { anchorText.map { String(cString: $0) } }
}
