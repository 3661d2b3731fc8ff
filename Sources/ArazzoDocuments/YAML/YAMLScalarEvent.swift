import CLibYAML

/// The fields of a scalar event, valid as long as the event is.
struct YAMLScalarEvent {
  let bytes: UnsafeBufferPointer<UInt8>
  let isPlain: Bool
  let tag: String?
  let anchor: String?

  init(_ event: yaml_event_t) {
    let scalar = event.data.scalar
    bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    tag = scalar.tag.map { String(cString: $0) }
    anchor = scalar.anchor.map { String(cString: $0) }
  }
}
