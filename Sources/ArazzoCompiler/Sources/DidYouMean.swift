import ArazzoDocuments
import ArazzoExpressions

/// A suggestion for a name that is nearly right, or the names there are when there are few.
func didYouMean(_ name: String, in known: [String]) -> String? {
  if let question = Suggestion.question(about: name, in: known) { return question }
  guard !known.isEmpty, known.count <= 8 else { return nil }
  return "there is \(known.map { "'\($0)'" }.joined(separator: ", "))"
}

extension ExpressionError {
  /// The suggestion, where it is not all of the mended text, which says it itself.
  var advice: String? { range == nil ? suggestion : nil }
}
