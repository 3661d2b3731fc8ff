extension JSONValue {
  /// The member of that name, or nil where there is none or the value is no object.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[name]
  }

  /// The element at that place, from the end where the index is negative, or nil where there is none
  /// or the value is no array.
  public subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self else { return nil }
    let place = index < 0 ? index + elements.count : index
    return elements.indices.contains(place) ? elements[place] : nil
  }

  /// The value that a pointer leads to, or nil where it leads to nothing.
  public func value(at pointer: JSONPointer) -> JSONValue? {
    var value = self
    for step in pointer.steps {
      guard let child = value.child(step) else { return nil }
      value = child
    }
    return value
  }

  private func child(_ step: JSONPointer.Step) -> JSONValue? {
    switch step {
    case .name(let name): self[name]
    case .index(let index): self[index]
    case .either(let token): self[token] ?? JSONPointer.index(token).flatMap { self[$0] }
    }
  }

  /// What `.length` says of the value: its member of that name, else how many elements, members
  /// or code points it has; nil for numbers, booleans and `null`.
  public var length: JSONValue? {
    switch self {
    case .array(let elements): JSONValue(elements.count)
    case .string(let text): JSONValue(text.unicodeScalars.count)
    case .object(let object): object["length"] ?? JSONValue(object.count)
    case .null, .bool, .number: nil
    }
  }

  /// What sort of value it is, in words for an error.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// The text that the value reads as inside a longer text: a scalar as it is, anything else as
  /// compact JSON.
  public var text: String {
    if case .string(let text) = self { return text }
    return description
  }
}

extension Optional where Wrapped == JSONValue {
  /// Whether the value is `null` or not there at all.
  public var isNullOrMissing: Bool { (self ?? .null) == .null }

  /// Whether both are numbers or both are strings, and the first comes before the second.
  public static func < (left: Self, right: Self) -> Bool {
    JSONValue.order(left, right).map { $0 < 0 } ?? false
  }

  /// Whether both are numbers or both are strings, and the first does not come after the second.
  public static func <= (left: Self, right: Self) -> Bool {
    JSONValue.order(left, right).map { $0 <= 0 } ?? false
  }

  /// Whether both are numbers or both are strings, and the first comes after the second.
  public static func > (left: Self, right: Self) -> Bool { right < left }

  /// Whether both are numbers or both are strings, and the first does not come before the second.
  public static func >= (left: Self, right: Self) -> Bool { right <= left }
}

extension JSONValue {
  /// Where the first stands to the second: negative before, 0 the same place, positive after; nil
  /// unless both are numbers or both are strings, which are ordered by code points.
  static func order(_ left: JSONValue?, _ right: JSONValue?) -> Int? {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right ? -1 : right < left ? 1 : 0
    case (.string(let left), .string(let right)): order(left.utf8, right.utf8)
    default: nil
    }
  }

  static func order<S: Sequence>(_ left: S, _ right: S) -> Int where S.Element: Comparable {
    left.lexicographicallyPrecedes(right) ? -1 : right.lexicographicallyPrecedes(left) ? 1 : 0
  }
}
