@_spi(Generated) import ArazzoRuntime

/// One step on the way to nodes inside a JSON value, as in a JSONPath query (RFC 9535).
enum NodeSelector: Sendable, Hashable {
  /// The member of that name.
  case member(String)
  /// The element at that place, from the end where negative.
  case index(Int)
  /// Every element or member.
  case each
  /// The elements from `start` up to but not `end`, every `step`th.
  case slice(start: Int? = nil, end: Int? = nil, step: Int = 1)
  /// The value itself and everything inside it, for the next selector to choose from.
  case anywhere
}

extension NodeSelector {
  /// What the selector chooses in a value, in the value's order; ``anywhere`` is for a search, which
  /// counts what it finds.
  func nodes(in value: JSONValue) -> [JSONValue] {
    switch (self, value) {
    case (.member(let name), .object(let object)):
      object[name].map { [$0] } ?? []
    case (.index(let index), .array): value[index].map { [$0] } ?? []
    case (.each, _): value.children
    case (.slice(let start, let end, let step), .array(let elements)):
      Self.places(start, end, step, count: elements.count).map { elements[$0] }
    case (.member, _), (.index, _), (.slice, _), (.anywhere, _): []
    }
  }

  /// The places that a slice takes, after section 2.3.4.2.2 of RFC 9535.
  private static func places(
    _ start: Int?, _ end: Int?, _ step: Int, count: Int
  ) -> StrideTo<Int> {
    guard step != 0 else { return stride(from: 0, to: 0, by: 1) }
    let range = step > 0 ? 0...count : -1...(count - 1)
    func place(_ index: Int?, default: Int) -> Int {
      guard let index else { return `default` }
      let fromStart = index < 0 ? index + count : index
      return min(max(fromStart, range.lowerBound), range.upperBound)
    }
    let (first, last) = step > 0 ? (0, count) : (count - 1, -1)
    // No step needs to be longer than the array.
    let bounded = min(max(step, -count - 1), count + 1)
    return stride(from: place(start, default: first), to: place(end, default: last), by: bounded)
  }
}

extension JSONValue {
  /// The elements of an array or the values of an object's members.
  var children: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .object(let object): object.map(\.value)
    case .null, .bool, .number, .string: []
    }
  }
}
