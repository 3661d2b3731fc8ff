import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// A form written as text, `a={$inputs.x}&b=1`: split into its fields when the code is generated, so
/// that no value can add a field (the settled corner "templates").
struct FormTextCompiler {
  let values: ValueCompiler
  let node: Node

  private struct Field {
    var name = ""
    var parts: [StringTemplate.Part] = []
    var hasValue = false
  }

  func value(_ reading: StringReading) -> ValuePlan? {
    switch reading.template {
    case .success(.text(let text)): return value([.text(text)])
    case .success(.parts(let parts)): return value(parts)
    case .success(.expression): return refuse("no '='")
    case .failure(let error):
      values.diagnostics.error(
        "the payload of a form can't be read: \(error.message)",
        at: node.location(at: error.offset), suggestion: error.suggestion)
      return nil
    }
  }

  func value(_ parts: [StringTemplate.Part]) -> ValuePlan? {
    guard let fields = fields(parts) else { return nil }
    let text = node.string ?? ""
    let scalar = values.mended(text, node, parts)
    var members: [ValuePlan.Member] = []
    for field in fields {
      guard let value = value(field, text, scalar) else { return nil }
      if let place = members.firstIndex(where: { $0.name == field.name.formDecoded }) {
        members[place].value = members[place].value.appending(value)
      } else {
        members.append(ValuePlan.Member(name: field.name.formDecoded, value: value))
      }
    }
    return .combined(members)
  }

  private func value(_ field: Field, _ text: String, _ scalar: MendedScalar) -> ValuePlan? {
    var parts: [StringTemplate.Part] = []
    var literal: String? = ""
    for part in field.parts {
      guard case .text(let text) = part else {
        parts.append(part)
        literal = nil
        continue
      }
      parts.append(.text(text.formDecoded))
      literal?.append(text.formDecoded)
    }
    if let literal { return .literal(.string(literal)) }
    guard let value = values.template(parts, text, node, schema: nil, in: scalar) else {
      return nil
    }
    if case .text(let parts) = value.kind, parts.count == 1, parts[0].type.isOneText {
      return parts[0]
    }
    return value
  }

  private func fields(_ parts: [StringTemplate.Part]) -> [Field]? {
    var fields = [Field()]
    for part in parts {
      if case .text(let text) = part {
        append(text.filter { !$0.isNewline }, to: &fields)
      } else if fields[fields.count - 1].hasValue {
        fields[fields.count - 1].parts.append(part)
      } else {
        return refuse("a field's name can't contain a placeholder")
      }
    }
    fields.removeAll { $0.name.isEmpty && !$0.hasValue }
    if let field = fields.first(where: { !$0.hasValue }) {
      return refuse("expected '=' after \(field.name.quotedForMessage)")
    }
    return fields
  }

  private func append(_ text: String, to fields: inout [Field]) {
    for (number, piece) in text.split("&").enumerated() {
      if number > 0 { fields.append(Field()) }
      let last = fields.count - 1
      guard !fields[last].hasValue else {
        if !piece.isEmpty { fields[last].parts.append(.text(String(piece))) }
        continue
      }
      let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      fields[last].name += sides[0]
      guard sides.count == 2 else { continue }
      fields[last].hasValue = true
      if !sides[1].isEmpty { fields[last].parts.append(.text(String(sides[1]))) }
    }
  }

  private func refuse<Result>(_ reason: String) -> Result? {
    values.diagnostics.error(
      "the payload isn't an encoded form: \(reason)", at: node.location,
      suggestion: "write the fields as a mapping")
    return nil
  }
}

extension String {
  fileprivate func split(_ separator: Character) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }

  /// The text with `+` as a space and `%41` as the byte that it stands for; what is no such byte
  /// stays as it is.
  fileprivate var formDecoded: String {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), rest.count > 1, digits.allSatisfy(\.isHexDigit),
        let value = UInt8(digits, radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ValuePlan {
  /// The value as an array with one more element.
  fileprivate func appending(_ element: ValuePlan) -> ValuePlan {
    if case .array(let elements) = kind {
      return ValuePlan(kind: .array(elements + [element]), type: .json, isOptional: false)
    }
    return ValuePlan(kind: .array([self, element]), type: .json, isOptional: false)
  }
}
