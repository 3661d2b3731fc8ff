extension JSONValue: Hashable {
  /// Whether both are the same JSON value: `5` equals `5.0`, but not `"5"`.
  public static func == (left: Self, right: Self) -> Bool {
    isEqual(left, right) { left, right in
      switch (left, right) {
      case (.null, .null): true
      case (.bool(let left), .bool(let right)): left == right
      case (.number(let left), .number(let right)): left == right
      case (.string(let left), .string(let right)): left.hasSameCodePoints(as: right)
      default: false
      }
    }
  }

  /// Compares arrays and objects member by member and other values by a rule, without recursion.
  package static func isEqual(
    _ left: JSONValue, _ right: JSONValue, by rule: (JSONValue, JSONValue) -> Bool
  ) -> Bool {
    var pairs: [(JSONValue, JSONValue)] = []
    var next: (JSONValue, JSONValue)? = (left, right)
    while let pair = next {
      switch pair {
      case (.array(let left), .array(let right)):
        guard left.count == right.count else { return false }
        pairs.append(contentsOf: zip(left, right))
      case (.object(let left), .object(let right)):
        guard left.count == right.count else { return false }
        for (name, value) in left {
          guard let other = right[name] else { return false }
          pairs.append((value, other))
        }
      case (let left, let right):
        guard rule(left, right) else { return false }
      }
      next = pairs.popLast()
    }
    return true
  }

  /// Hashes the value without recursion. Equal values have equal hashes.
  public func hash(into hasher: inout Hasher) {
    var rest: [JSONValue] = []
    var next: JSONValue? = self
    while let value = next {
      switch value {
      case .null: hasher.combine(UInt8(0))
      case .bool(let bool): hasher.combine(bool ? UInt8(1) : 2)
      case .number(let number):
        hasher.combine(UInt8(3))
        hasher.combine(number)
      case .string(let text):
        hasher.combine(UInt8(4))
        text.hashCodePoints(into: &hasher)
      case .array(let elements):
        hasher.combine(UInt8(5))
        hasher.combine(elements.count)
        rest.append(contentsOf: elements)
      case .object(let object):
        hasher.combine(UInt8(6))
        hasher.combine(object.count)
        // By code points, as names are told apart: strings take equivalent ones for equal, so that
        // their order would depend on the order of the members.
        for (name, value) in object.sorted(by: { $0.name.precedesByCodePoints($1.name) }) {
          name.hashCodePoints(into: &hasher)
          rest.append(value)
        }
      }
      next = rest.popLast()
    }
  }
}

extension String {
  /// Whether both hold the same code points; `==` also takes canonically equivalent ones for equal.
  package func hasSameCodePoints(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in
        left.indices.allSatisfy { left[$0] == right[$0] }
      }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }

  /// Feeds the code points to a hasher; what `String` feeds is the same for equivalent ones.
  func hashCodePoints(into hasher: inout Hasher) {
    var text = self
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(UInt8(0xFF))
  }

  func precedesByCodePoints(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
