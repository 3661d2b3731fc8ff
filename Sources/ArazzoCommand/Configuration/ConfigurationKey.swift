/// A key of `arazzo-gen.yaml`: what its reader takes and what its JSON Schema says are both made from
/// the table of these.
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
    /// Names whose places are kept, since only the documents tell whether they are right.
    case names(WritableKeyPath<Settings, [Settings.Mention]?>)
    case number(WritableKeyPath<Settings, Double?>, NumberRule)
    /// A mapping from names to texts.
    case choices(WritableKeyPath<Settings, [Settings.Choice]>, TextRule)
    case object([ConfigurationKey])
    /// The documents, each a path or a mapping with a `path` and settings of its own.
    case documents
  }
}

/// What a text in `arazzo-gen.yaml` must be.
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

/// What a number in `arazzo-gen.yaml` must be.
struct NumberRule {
  var minimum: Double
  var maximum: Double?
  var isWhole = false
}

extension TextRule {
  /// The regular expression that a text matches as a whole, in the syntax that Swift and JSON Schema
  /// share.
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
    case .any: "a text"
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
