import ArazzoDocuments
import ArazzoExpressions

/// The target of a replacement in a value.
struct ReplacementPlace {
  /// From the value that is looked at.
  var tokens: [PointerToken]
  /// Whether a last token that doesn't resolve becomes a new member or element.
  let isInserted: Bool
  let value: ValuePlan
  let target: Located<String>

  fileprivate var isLast: Bool { tokens.count == 1 }

  /// The same, relative to the member of the first token.
  fileprivate var inside: ReplacementPlace {
    var place = self
    place.tokens.removeFirst()
    return place
  }
}

/// The reason why a target doesn't exist.
struct NoSuchPlace: Error {
  let message: String
  let suggestion: String?
}

extension ValuePlan {
  /// The value with another at a place inside it; what is known only when the workflow runs is
  /// replaced then.
  func replacing(_ place: ReplacementPlace) throws(NoSuchPlace) -> ValuePlan {
    guard let token = place.tokens.first else { return replacedWhole(by: place) }
    switch kind {
    case .object(let members): return try replacing(place, token, in: members)
    case .array(let elements): return try replacing(place, token, in: elements)
    case .literal(.object(let members)):
      let members = members.map { Member(name: $0.name, value: .literal($0.value)) }
      return try replacing(place, token, in: members)
    case .literal(.array(let elements)):
      return try replacing(place, token, in: elements.map(ValuePlan.literal))
    default:
      guard canHoldMembers else {
        throw NoSuchPlace(
          message:
            "the target's value is \(type.phrase), which has no member \(token.text.quotedForMessage)",
          suggestion: nil)
      }
      return replacedLater(place)
    }
  }

  private var canHoldMembers: Bool {
    if case .literal = kind { return false }
    return type.canHoldMembers
  }

  /// A missing value leaves what was there.
  private func replacedWhole(by place: ReplacementPlace) -> ValuePlan {
    guard place.value.isOptional else { return place.value }
    if isMissing { return place.value }
    if isReplacedLater { return replacedLater(place) }
    return ValuePlan(
      kind: .firstOf(place.value, self), type: .json, isOptional: isOptional, expression: expression
    )
  }

  private func replacedLater(_ place: ReplacementPlace) -> ValuePlan {
    let replacement = ReplacementPlan(
      target: .pointer(place.tokens.texts), value: place.value, expression: place.target.value)
    return replacing(replacement)
  }

  /// The value with a replacement that is made when the request is.
  func replacing(_ replacement: ReplacementPlan) -> ValuePlan {
    var result = self
    if case .replaced(let base, let replacements) = kind {
      result.kind = .replaced(base, replacements + [replacement])
    } else {
      result.kind = .replaced(self, [replacement])
      result.type = .json
    }
    return result
  }

  private var isReplacedLater: Bool {
    if case .replaced = kind { return true }
    return parts.contains { $0.isReplacedLater }
  }

  private func replacing(
    _ place: ReplacementPlace, _ token: PointerToken, in members: [Member]
  ) throws(NoSuchPlace) -> ValuePlan {
    guard let name = token.memberName else {
      throw NoSuchPlace(
        message: "the target's '\(token.text)' is an array index, but the value is an object",
        suggestion: didYouMean("", in: members.map(\.name)))
    }
    var members = members
    if let index = members.firstIndex(where: { $0.name == name }) {
      members[index].value = try members[index].value.replacing(place.inside)
    } else if place.isLast, place.isInserted {
      members.append(Member(name: name, value: place.value))
    } else {
      throw NoSuchPlace(
        message: "the payload has no \(name.quotedForMessage)",
        suggestion: didYouMean(name, in: members.map(\.name)))
    }
    return .combined(members)
  }

  private func replacing(
    _ place: ReplacementPlace, _ token: PointerToken, in elements: [ValuePlan]
  ) throws(NoSuchPlace) -> ValuePlan {
    var elements = elements
    let index = token.place(in: elements.count)
    if let index, elements.indices.contains(index) {
      elements[index] = try elements[index].replacing(place.inside)
    } else if token == "-" || index == elements.count, place.isLast, place.isInserted {
      elements.append(place.value)
    } else {
      throw NoSuchPlace(
        message: "the payload has no element \(token.text.quotedForMessage)",
        suggestion: elements.isEmpty
          ? "the array is empty"
          : "the array has \(elements.count) elements: 0 to \(elements.count - 1)")
    }
    return .combined(elements)
  }
}
