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

  /// Types that generated code or an app that uses it must still find under their names.
  static let types: Set<String> = runtime.union(standard)

  private static let runtime: Set<String> = [
    "ArazzoForms", "ArazzoJSON", "ArazzoQueries", "ArazzoRuntime", "ArazzoStreams", "ArazzoXML",
    "CombinedObserver", "Condition", "HTTPExchange", "ProblemDetails", "ServerEvent",
    "WorkflowEvents",
    "HTTPTransport",
    "HTTPTransportError", "HTTPTransportRequest", "HTTPTransportResponse", "Inputs", "InvalidInput",
    "JSONRule", "Timestamp", "ValidatedInputs",
    "JSONDecodable", "JSONError", "JSONNodes", "JSONNumber", "JSONObject", "JSONPath",
    "JSONPointer", "JSONRepresentable", "JSONTyped", "JSONUnion", "JSONValue", "JSONView",
    "OpenEnumeration", "Outcome", "Outputs", "Pattern",
    "PollingPolicy", "RedirectPolicy", "ResponseBody", "Secret", "SentRequest", "Server",
    "State", "StepRequest", "StepResponse", "SystemClock", "Text", "URLSessionTransport", "Upload",
    "WorkflowClient", "WorkflowClock", "WorkflowError", "WorkflowEvent", "WorkflowObserver",
    "WorkflowRun", "XMLReplacement", "XPath",
  ]

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
