import ArazzoJSON

/// Changes a tree at some place, so that it stays a tree.
struct TreeMutator {
  /// Every part of the trees that cases are made from, to stand in the place of another.
  private let parts: [JSONValue]
  private let texts: [String]

  init(donors: [JSONValue]) {
    parts = donors.flatMap(\.everyPart)
    texts = parts.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  func mutate(_ tree: JSONValue, _ random: inout RandomSource) -> JSONValue {
    var countdown = random.below(tree.everyPart.count)
    return tree.changed(at: &countdown) { changed($0, &random) }
  }

  private func changed(_ value: JSONValue, _ random: inout RandomSource) -> JSONValue {
    switch random.below(8) {
    case 0: return random.pick(from: parts) ?? .null
    case 1: return .string(HostileText.text(&random))
    case 2:
      return JSONNumber(random.pick(from: HostileText.numbers) ?? "0").map { .number($0) } ?? 0
    case 3: return random.pick(.null, true, [], [:], "", .string("$ref"))
    case 4: return .string(random.pick(from: texts) ?? "")
    case 5: return .string(random.pick(from: HostileText.expressions) ?? "")
    case 6 where random.chance(20): return nested(value, &random)
    default: return withOtherParts(value, &random)
    }
  }

  private func nested(_ value: JSONValue, _ random: inout RandomSource) -> JSONValue {
    let asObject = random.chance(50)
    let name = random.pick("items", "properties", "allOf", "a")
    return (0..<random.pick(2, 60, 400)).reduce(value) { inner, _ in
      asObject ? .object([name: inner]) : .array([inner])
    }
  }

  /// Removes, repeats, swaps or renames one of the parts.
  private func withOtherParts(_ value: JSONValue, _ random: inout RandomSource) -> JSONValue {
    switch value {
    case .array(var elements) where !elements.isEmpty:
      let (one, other) = (random.below(elements.count), random.below(elements.count))
      switch random.below(3) {
      case 0: elements.remove(at: one)
      case 1: elements.insert(elements[one], at: other)
      default: elements.swapAt(one, other)
      }
      return .array(elements)
    case .object(let object) where !object.isEmpty:
      return .object(withOtherMembers(object, &random))
    default: return random.pick(from: parts) ?? .null
    }
  }

  private func withOtherMembers(_ object: JSONObject, _ random: inout RandomSource) -> JSONObject {
    var object = object
    let one = object[random.below(object.count)]
    let other = object[random.below(object.count)]
    switch random.below(4) {
    case 0: object[one.name] = nil
    case 1: object[one.name] = other.value
    case 2:
      object[one.name] = other.value
      object[other.name] = one.value
    default:
      object[one.name] = nil
      object[HostileText.text(&random)] = one.value
    }
    return object
  }
}

extension JSONValue {
  /// The value and all that it holds.
  var everyPart: [JSONValue] {
    switch self {
    case .array(let elements): [self] + elements.flatMap(\.everyPart)
    case .object(let object): [self] + object.flatMap(\.value.everyPart)
    default: [self]
    }
  }

  /// The value with a change of the part that is so many parts away.
  func changed(at countdown: inout Int, _ change: (JSONValue) -> JSONValue) -> JSONValue {
    countdown -= 1
    if countdown == -1 { return change(self) }
    guard countdown >= 0 else { return self }
    switch self {
    case .array(let elements):
      return .array(elements.map { $0.changed(at: &countdown, change) })
    case .object(let object):
      return .object(
        JSONObject(object.map { ($0.name, $0.value.changed(at: &countdown, change)) }))
    default: return self
    }
  }
}
