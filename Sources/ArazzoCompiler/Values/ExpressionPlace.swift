import ArazzoDocuments

/// Where an expression stands and how it is written.
struct ExpressionPlace {
  let written: String
  let location: Location
  let inCondition: Bool
  /// The whole string that the expression stands in, where it is one of the document's.
  var scalar: MendedScalar?
}

extension TypePlan {
  /// The type in words: "a string".
  var phrase: String {
    switch self {
    case .string, .enumeration, .timestamp, .uuid, .url: "a string"
    case .secret: "a secret string"
    case .data, .upload: "bytes"
    case .integer, .unsigned: "an integer"
    case .number: "a number"
    case .boolean: "a boolean"
    case .json: "a JSON value"
    case .nullable(let inner): inner.phrase + " or null"
    case .array: "an array"
    case .dictionary, .structure, .enclosing: "an object"
    case .declared(let id):
      switch id.kind {
      case .object: "an object"
      case .text: "a string"
      case .union: "a JSON value"
      }
    }
  }

  /// Whether there may be a value inside.
  var canHoldMembers: Bool {
    switch self {
    case .json, .array, .dictionary, .structure, .enclosing: true
    case .string, .secret, .data, .upload, .integer, .unsigned, .number, .boolean, .enumeration,
      .timestamp, .uuid, .url:
      false
    case .declared(let id): id.kind != .text
    case .nullable(let inner): inner.canHoldMembers
    }
  }
}
