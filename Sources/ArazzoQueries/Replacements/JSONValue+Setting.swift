@_spi(Generated) import ArazzoRuntime

/// Where values go inside another, however many they are.
struct Places {
  private var isTarget = false
  // Names are told apart by their code points, which strings are not.
  private var inside: [[UInt8]: Places] = [:]

  private init() {}

  /// Makes the places that pointers lead to; nil where there are none.
  init?(_ pointers: [JSONPointer]) {
    if pointers.isEmpty { return nil }
    for pointer in pointers { add(pointer.tokens[...]) }
  }

  private mutating func add(_ tokens: ArraySlice<String>) {
    guard let token = tokens.first else { return isTarget = true }
    inside[Array(token.utf8), default: Places()].add(tokens.dropFirst())
  }

  fileprivate func value(_ value: JSONValue, at token: String, set new: JSONValue) -> JSONValue {
    guard let places = inside[Array(token.utf8)] else { return value }
    return value.setting(places, to: new)
  }

  fileprivate var isWhole: Bool { isTarget }
}

extension JSONValue {
  /// The value with another at places inside it that are there.
  func setting(_ places: Places, to value: JSONValue) -> JSONValue {
    if places.isWhole { return value }
    switch self {
    case .object(let members):
      return .object(
        JSONObject(members.map { ($0.name, places.value($0.value, at: $0.name, set: value)) }))
    case .array(let elements):
      return .array(
        elements.enumerated().map { places.value($1, at: String($0), set: value) })
    case .null, .bool, .number, .string: return self
    }
  }

  /// The value with another where tokens of a pointer lead, of which the last need not be there;
  /// nil where there is no such place.
  func setting(_ tokens: ArraySlice<String>, to value: JSONValue) -> JSONValue? {
    guard let token = tokens.first else { return value }
    let rest = tokens.dropFirst()
    switch self {
    case .object(var members):
      let old = members[token]
      guard let new = old?.setting(rest, to: value) ?? (rest.isEmpty ? value : nil) else {
        return nil
      }
      members[token] = new
      return .object(members)
    case .array(var elements):
      if rest.isEmpty, token == "-" || token == String(elements.count) {
        return .array(elements + [value])
      }
      guard let index = Int(token), String(index) == token, elements.indices.contains(index),
        let new = elements[index].setting(rest, to: value)
      else { return nil }
      elements[index] = new
      return .array(elements)
    case .null, .bool, .number, .string: return nil
    }
  }
}
