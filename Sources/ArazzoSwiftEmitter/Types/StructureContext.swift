import ArazzoCompiler

/// A structure of fields, as the context of its template.
struct StructureContext {
  struct Field {
    /// The property's name, as it stands after a dot.
    var name: String
    /// The name in JSON.
    var wireName: String
    var type: Layout
    /// Nothing where the document says nothing.
    var documentation: String
    /// What stands for the field where the initialiser leaves it out.
    var value: Layout?
    /// What the declaration sets it to.
    var initial: Layout? = nil
  }

  var name: String
  /// Nothing where the document says nothing.
  var documentation: String
  var conformances: String
  var fields: [Field]
  var hasInitializer: Bool
  /// The statements of `init(from:)`, where there is one.
  var decoding: [Layout] = []
  /// The statements of `validate()`, where there is one.
  var checks: [Layout]? = nil
  /// The value of `jsonValue`, where there is one.
  var json: Layout? = nil
  var isSecret = false
  /// The types inside.
  var nested: [Layout] = []

  func values(access: String) -> [String: Any] {
    let hasOwnNames = fields.contains { $0.name != $0.wireName }
    return [
      "access": access, "name": name, "documentation": Self.comment(documentation),
      "conformances": conformances, "fields": fields.map(\.values),
      "initializer": hasInitializer ? [initializer] : [],
      "decoder": decoding.isEmpty ? [] : [["assignments": Layout.lines(decoding)]],
      "checks": checks.map { [Layout.lines($0)] } ?? [],
      "json": json.map { [$0] } ?? [], "isSecret": isSecret,
      "hasCodingKeys": !fields.isEmpty && (hasOwnNames || !decoding.isEmpty), "nested": nested,
    ]
  }

  fileprivate static func comment(_ text: String) -> [Layout] {
    ReadableText.lines(text).isEmpty ? [] : [.documentation(text)]
  }

  private var initializer: [String: Any] {
    let parameters = fields.map {
      Layout.parameter(ReservedNames.declared($0.name), $0.type, value: $0.value)
    }
    return [
      "isEmpty": fields.isEmpty, "parameters": Layout.parameters(parameters),
    ]
  }
}

extension StructureContext.Field {
  fileprivate var values: [String: Any] {
    [
      "documentation": StructureContext.comment(documentation),
      "name": ReservedNames.declared(name), "property": name,
      "type": Layout.hanging(after: "", .choice(.text(type.flat), type)),
      "initial": initial.map { [$0] } ?? [],
      "wireName": name == wireName
        ? [] : [Layout.hanging(after: "", .text(SwiftLiteral.string(wireName)))],
    ]
  }
}
