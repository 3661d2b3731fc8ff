import CLibYAML

/// libyaml with nothing around it: what reading YAML takes at least.
enum BareYAML {
  /// The text is not YAML.
  struct Failure: Error {}

  /// Goes over all events of a text and lets each one go.
  static func countEvents(in bytes: [UInt8]) throws -> Int {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw Failure() }
    defer { yaml_parser_delete(&parser) }
    return try bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var count = 0
      var event = yaml_event_t()
      while true {
        guard yaml_parser_parse(&parser, &event) == 1 else { throw Failure() }
        defer { yaml_event_delete(&event) }
        count += 1
        if event.type == YAML_STREAM_END_EVENT { return count }
      }
    }
  }
}
