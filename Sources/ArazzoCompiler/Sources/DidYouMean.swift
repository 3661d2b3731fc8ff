import ArazzoDocuments

/// A suggestion for a name that is nearly right, or the names there are when there are few.
func didYouMean(_ name: String, in known: [String]) -> String? {
  if let near = Suggestion.nearest(to: name, in: known) { return "did you mean '\(near)'?" }
  guard !known.isEmpty, known.count <= 8 else { return nil }
  return "there is \(known.map { "'\($0)'" }.joined(separator: ", "))"
}
