/// A key of `arazzo-gen.yaml`. Both the reader and the JSON Schema are derived from
/// the table of keys.
struct ConfigurationKey {
  let name: String
  /// What it is for, as a sentence.
  let summary: String
  let kind: Kind
  /// Whether one document may have its own value.
  var isForOneDocument = true

  indirect enum Kind {
    case flag(WritableKeyPath<Settings, Bool?>)
    case text(WritableKeyPath<Settings, String?>, TextRule)
    case texts(WritableKeyPath<Settings, [String]?>, TextRule)
    /// Names with locations, because they are checked against the documents later.
    case names(WritableKeyPath<Settings, [Settings.Mention]?>)
    case number(WritableKeyPath<Settings, Double?>, NumberRule)
    /// A mapping from names to texts.
    case choices(WritableKeyPath<Settings, [Settings.Choice]>, TextRule)
    case object([ConfigurationKey])
    /// The documents, each a path or a mapping with a `path` and settings of its own.
    case documents
  }
}

/// A constraint of a string in `arazzo-gen.yaml`.
enum TextRule {
  case any
  /// Seen from the configuration's folder.
  case path
  /// The name of a Swift declaration.
  case identifier
  /// The name of a module.
  case module
  case swiftFile
  case oneOf([String])
}

/// A constraint of a number in `arazzo-gen.yaml`.
struct NumberRule {
  var minimum: Double
  var maximum: Double?
  var isWhole = false
}

extension TextRule {
  /// The regular expression that a text matches as a whole, in the syntax that Swift and JSON
  /// Schema share.
  var pattern: String? {
    switch self {
    case .any: nil
    case .path: "^[^\\x00]+$"
    case .identifier: "^[A-Za-z_][A-Za-z0-9_]*$"
    case .module: "^[A-Za-z_][A-Za-z0-9_.]*$"
    case .swiftFile: "^[^/.][^/]*\\.swift$"
    case .oneOf: nil
    }
  }

  /// What is wanted, as the end of a sentence.
  var phrase: String {
    switch self {
    case .any: "a string"
    case .path: "a path"
    case .identifier: "a Swift name: letters, digits and '_', not a digit first"
    case .module: "the name of a module"
    case .swiftFile: "the name of a file that ends in '.swift'"
    case .oneOf(let values): values.map { "'\($0)'" }.joined(separator: " or ")
    }
  }

  func allows(_ text: String) -> Bool {
    if case .oneOf(let values) = self { return values.contains(text) }
    guard let pattern, let regex = try? Regex(pattern) else { return true }
    return text.wholeMatch(of: regex) != nil
  }
}
