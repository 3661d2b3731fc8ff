/// Names that have a meaning of their own in Swift or in the generated code.
enum ReservedNames {
  /// Needs backticks where it is declared or used without a dot before it.
  static let keywords: Set<String> = [
    "Any", "Self", "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break",
    "case", "catch", "class", "consume", "consuming", "continue", "copy", "default", "defer",
    "deinit", "discard", "do", "each", "else", "enum", "extension", "fallthrough", "false",
    "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is",
    "isolated", "let", "macro", "nil", "nonisolated", "operator", "package", "precedencegroup",
    "private", "protocol", "public", "repeat", "rethrows", "return", "self", "sending", "some",
    "static", "struct", "subscript", "super", "switch", "then", "throw", "throws", "true", "try",
    "typealias", "unsafe", "var", "where", "while", "yield",
  ]

  /// The name as it is declared.
  static func declared(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

  /// Members that Swift or a protocol of the generated types has already, and what they become.
  static let members: [String: String] = [
    "init": "initValue", "self": "selfValue", "hashValue": "hashText", "jsonValue": "jsonMember",
    "isSecret": "isSecretValue", "validate": "validateValue", "rawValue": "rawText",
    "allCases": "allOfThem",
  ]

  /// A member's name that Swift accepts.
  static func member(_ name: String) -> String { members[name] ?? name }

  /// The name as the label of an argument, where Swift takes every word but one as it is.
  static func label(_ name: String) -> String { name == "inout" ? "`inout`" : name }

  /// What the function is called that answers the failures of several steps.
  static let failureFunction = "handleFailure"

  /// Locals and parameters of generated functions, which would hide a function of the same name,
  /// and names that Swift takes as a member's only.
  static let locals: Set<String> = [
    "body", "client", "error", "failure", failureFunction, "init", "inputs", "outcome", "outputs",
    "request",
    "response", "result", "run", "self", "state",
  ]

  /// Static members of the type with the tools, which would hide a function of the same name there.
  static let tools: Set<String> = ["all", "credentials"]

  /// Types that generated code must still find under their names, wherever it stands.
  static let types: Set<String> = RuntimeNames.visible.union(standard)
    .union(["Inputs", "Outcome", "Outputs", "State"])

  /// Types that the declarations of response values name.
  static let declarations: Set<String> = [
    "Any", "Bool", "CodingKeys", "Data", "Double", "Int", "JSONNumber", "JSONObject", "JSONUnion",
    "JSONValue",
    "JSONView", "Nullable", "OpenEnumeration", "Protocol", "Secret", "Self", "String", "Timestamp",
    "Type", "UInt64", "URL", "UUID",
  ]

  /// Names that no type beside the runtime's can have: also what the runtime's own sources say, for
  /// they may stand in the same module (`--runtime embedded`).
  static let topLevel: Set<String> = types.union(RuntimeNames.hidden)

  private static let standard: Set<String> = [
    "Actor", "Any", "AnyHashable", "AnyObject", "Array", "AsyncSequence", "AsyncStream", "Bool",
    "Bundle", "CaseIterable", "Character", "Clock", "Codable", "CodingKey", "CodingKeys",
    "Collection", "Comparable", "ContinuousClock", "Data", "Date", "Decimal", "Decodable",
    "Decoder", "Dictionary", "Double", "Duration", "Encodable", "Encoder", "Equatable", "Error",
    "FileManager", "Float", "Foundation", "Hashable", "Hasher", "Identifiable", "Int", "Int64",
    "Iterator", "JSONDecoder", "JSONEncoder", "KeyPath", "Locale", "MainActor", "Measurement",
    "Mirror", "Never", "Notification", "Operation", "Optional", "OptionSet", "Process",
    "ProcessInfo", "Protocol", "Range", "RawRepresentable", "Result", "Self", "Sendable",
    "Sequence", "Set", "String", "Substring", "Swift", "Task", "TaskGroup", "Thread", "Timer",
    "TimeZone", "Type", "UInt", "URL", "URLRequest", "URLSession", "UUID", "Void",
  ]
}
