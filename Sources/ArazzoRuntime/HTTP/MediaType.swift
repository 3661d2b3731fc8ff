/// The type of a body, without its parameters.
package struct MediaType: Sendable, Hashable {
  /// `type/subtype` in lower case.
  package let name: String
  private let parameters: [String]

  /// Reads a `Content-Type` field; `nil` where there is none, or nothing in it.
  package init?(_ field: String?) {
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

  var isJSON: Bool {
    let subtype = name.split(separator: "/").last ?? ""
    return subtype == "json" || subtype.hasSuffix("+json")
  }

  /// Whether a person could read the body.
  package var isText: Bool {
    name.hasPrefix("text/") || isJSON || name.hasSuffix("xml")
      || name == "application/x-www-form-urlencoded"
  }
}
