import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

extension LiteralPlan {
  init(_ node: Node) {
    switch node.value {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .number(let digits): self = .number(digits)
    case .string(let text): self = .string(text)
    case .sequence(let nodes): self = .array(nodes.map(LiteralPlan.init))
    case .mapping(let mapping):
      self = .object(
        mapping.members.map { Member(name: $0.key.value, value: LiteralPlan($0.value)) })
    }
  }

  /// A number for which the schema requires text keeps its spelling in the document.
  init(_ node: Node, for schema: Schema?) {
    if let written = node.numberAsWritten, schema?.admittedKinds == [.string] {
      self = .string(written)
    } else {
      self.init(node)
    }
  }

  /// Whether a value of the type can be this literal, with nothing left over.
  func fits(_ type: TypePlan) -> Bool {
    switch (self, type) {
    case (.string, .string), (.string, .secret), (.bool, .boolean), (.number, .number): true
    case (.number(let digits), .integer): Int(digits) != nil
    case (.number(let digits), .unsigned): UInt64(digits) != nil
    case (.string(let text), .enumeration(let plan)): plan.values.contains(text)
    case (.array(let items), .array(let item)): items.allSatisfy { $0.fits(item) }
    case (.object(let members), .dictionary(let value)):
      members.allSatisfy { $0.value.fits(value) }
    case (.object(let members), .structure(let plan)): plan.takes(members)
    case (_, .json), (.null, .nullable): true
    case (_, .nullable(let inner)): fits(inner)
    default: false
    }
  }

  /// The type of the literal without a schema.
  var type: TypePlan {
    switch self {
    case .string: .string
    case .bool: .boolean
    case .number(let digits): Int(digits) == nil ? .number : .integer
    case .null, .array, .object: .json
    }
  }
}

extension StructPlan {
  /// Whether the members are fields, each of its type, and no field is left out that must not be.
  fileprivate func takes(_ members: [LiteralPlan.Member]) -> Bool {
    let isKnown = members.allSatisfy { member in fields.contains { $0.name == member.name } }
    return isKnown
      && fields.allSatisfy { field in
        guard let value = members.first(where: { $0.name == field.name })?.value else {
          return field.isOptional || field.defaultValue != nil
        }
        return value.fits(field.type)
      }
  }
}

extension LiteralPlan {
  init(_ literal: Literal) {
    switch literal {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .number(let digits): self = .number(digits)
    case .string(let text): self = .string(text)
    }
  }
}

extension LiteralPlan {
  /// A bare operand (rule C2).
  var isTrue: Bool { self != .null && self != .bool(false) }

  /// The literal in words, with its value if it's short: "the string 'ok'".
  var phrase: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let digits): digits
    case .string(let text): "the string \(text.quotedForMessage)"
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// Whether a comparison of two literals holds (rule C2).
  func truth(_ comparison: ComparisonOperator, _ other: LiteralPlan) -> Truth {
    switch (self, other) {
    case (.array, _), (.object, _), (_, .array), (_, .object): return .unknown
    case (.string(let left), .string(let right)):
      return Truth(comparison.holds(left.lowercased(), right.lowercased()))
    default: break
    }
    if let left = double, let right = other.double {
      return Truth(comparison.holds(left, right))
    }
    switch comparison {
    case .equal: return Truth(self == other)
    case .notEqual: return Truth(self != other)
    default: return .never
    }
  }

  /// The spelling without quotes of what a value of these kinds could be.
  func unquoted(for facts: ValueFacts) -> String? {
    guard case .string(let text) = self else { return nil }
    return facts.kinds == [.boolean] && ["true", "false"].contains(text) ? text : nil
  }

  private var double: Double? {
    switch self {
    case .number(let text), .string(let text): Double(text)
    default: nil
    }
  }
}
