/// An incremental parser for `text/event-stream`, however the bytes are split. It ignores unknown
/// fields and an incomplete last event.
package struct EventStreamParser: Sendable {
  private var line: [UInt8] = []
  private var endedWithReturn = false
  private var isAtStart = true
  private var type = ""
  private var data: [String] = []
  private var id: String?

  /// Creates a parser at the start of a stream.
  package init() {}

  /// Parses more bytes.
  ///
  /// - Returns: The events that these bytes complete.
  package mutating func read(_ bytes: some Sequence<UInt8>) -> [ServerEvent] {
    var events: [ServerEvent] = []
    for byte in bytes {
      let isLineFeed = byte == UInt8(ascii: "\n")
      if !(isLineFeed && endedWithReturn) {
        if isLineFeed || byte == UInt8(ascii: "\r") {
          if let event = endLine() { events.append(event) }
        } else {
          line.append(byte)
        }
      }
      endedWithReturn = byte == UInt8(ascii: "\r")
    }
    return events
  }

  /// All events of a complete stream.
  package static func events(in bytes: some Sequence<UInt8>) -> [ServerEvent] {
    var parser = EventStreamParser()
    return parser.read(bytes)
  }

  private mutating func endLine() -> ServerEvent? {
    if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isAtStart = false
    guard !line.isEmpty else { return dispatch() }
    // By bytes: a colon with an accent behind it is another character, and a colon all the same.
    let name = line.prefix { $0 != UInt8(ascii: ":") }
    var value = line.dropFirst(name.count + 1)
    if value.first == UInt8(ascii: " ") { value.removeFirst() }
    set(String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
    line.removeAll(keepingCapacity: true)
    return nil
  }

  private mutating func set(_ name: String, _ value: String) {
    switch name {
    case "event": type = value
    case "data": data.append(value)
    case "id" where !value.utf8.contains(0): id = value
    default: break
    }
  }

  private mutating func dispatch() -> ServerEvent? {
    defer { (type, data) = ("", []) }
    guard !data.isEmpty else { return nil }
    return ServerEvent(
      type: type.isEmpty ? "message" : type, data: data.joined(separator: "\n"), id: id)
  }
}
