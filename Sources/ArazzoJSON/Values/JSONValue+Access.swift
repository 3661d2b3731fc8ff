extension JSONValue {
  /// The member with this name; `nil` if there is none or the value is no object.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[name]
  }

  /// The element at this index, from the end if it is negative; `nil` if there is none or the value
  /// is no array.
  public subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self else { return nil }
    let place = index < 0 ? index + elements.count : index
    return elements.indices.contains(place) ? elements[place] : nil
  }

  /// The value at a pointer; `nil` if there is none.
  public func value(at pointer: JSONPointer) -> JSONValue? {
    if let text = pointer.plainText { return value(atPlain: text) }
    var value = self
    for step in pointer.steps {
      guard let child = value.child(step) else { return nil }
      value = child
    }
    return value
  }

  private func value(atPlain pointer: String) -> JSONValue? {
    var value = self
    var rest = pointer.utf8[...]
    while rest.popFirst() != nil {
      let token = rest.prefix { $0 != UInt8(ascii: "/") }
      guard let child = value.child(.either(String(Substring(token)))) else { return nil }
      value = child
      rest = rest[token.endIndex...]
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

  /// The `.length` of the value: its member of that name, or the number of its elements, members or
  /// code points; `nil` for numbers, booleans and `null`.
  @_spi(Generated) public var length: JSONValue? {
    switch self {
    case .array(let elements): JSONValue(elements.count)
    case .string(let text): JSONValue(text.unicodeScalars.count)
    case .object(let object): object["length"] ?? JSONValue(object.count)
    case .null, .bool, .number: nil
    }
  }

  /// The kind of the value, as in "a string", for an error message.
  package var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// The value as text: the content of a string, otherwise compact JSON.
  public var text: String {
    if case .string(let text) = self { return text }
    return description
  }
}

@_spi(Generated) extension Optional where Wrapped == JSONValue {
  /// Whether the value is `null` or missing.
  public var isNullOrMissing: Bool { (self ?? .null) == .null }

  /// Whether both are numbers or both are strings, and the first is less than the second.
  public static func < (left: Self, right: Self) -> Bool {
    JSONValue.order(left, right).map { $0 < 0 } ?? false
  }

  /// Whether both are numbers or both are strings, and the first is not greater than the second.
  public static func <= (left: Self, right: Self) -> Bool {
    JSONValue.order(left, right).map { $0 <= 0 } ?? false
  }

  /// Whether both are numbers or both are strings, and the first is greater than the second.
  public static func > (left: Self, right: Self) -> Bool { right < left }

  /// Whether both are numbers or both are strings, and the first is not less than the second.
  public static func >= (left: Self, right: Self) -> Bool { right <= left }
}

extension JSONValue {
  /// The order of two values: negative, 0 or positive. `nil` unless both are numbers or both are
  /// strings, which are ordered by code points.
  package static func order(_ left: JSONValue?, _ right: JSONValue?) -> Int? {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right ? -1 : right < left ? 1 : 0
    case (.string(let left), .string(let right)): order(left.utf8, right.utf8)
    default: nil
    }
  }

  package static func order<S: Sequence>(_ left: S, _ right: S) -> Int where S.Element: Comparable {
    left.lexicographicallyPrecedes(right) ? -1 : right.lexicographicallyPrecedes(left) ? 1 : 0
  }
}
