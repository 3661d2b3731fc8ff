/// The type of a body, without its parameters.
package struct MediaType: Sendable, Hashable {
  /// `type/subtype` in lower case.
  package let name: String
  private let parameters: [String]

  /// Reads a `Content-Type` field; `nil` where there is none, or nothing in it.
  package init?(_ field: String?) {
    // What almost every response has.
    if field == Self.json {
      (name, parameters) = (Self.json, [])
      return
    }
    let parts = field?.prefix { $0 != "," }.lowercased().split(separator: ";") ?? []
    let words = parts.map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
    guard let name = words.first, !name.isEmpty else { return nil }
    self.name = name
    parameters = Array(words.dropFirst())
  }

  /// The value of a parameter.
  package func parameter(_ name: String) -> String? {
    parameters.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
  }

  var isEventStream: Bool { name == "text/event-stream" }
  var isProblem: Bool { name == "application/problem+json" }

  private static let json = "application/json"

  var isJSON: Bool {
    if name == Self.json { return true }
    let subtype = name.split(separator: "/").last ?? ""
    return subtype == "json" || subtype.hasSuffix("+json")
  }

  /// Whether a person could read the body.
  package var isText: Bool {
    name.hasPrefix("text/") || isJSON || name.hasSuffix("xml")
      || name == "application/x-www-form-urlencoded"
  }
}
