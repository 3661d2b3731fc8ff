import ArazzoDocuments

/// A name, with or without its source description: `ID` or `$sourceDescriptions.SOURCE.ID`.
package struct QualifiedName: Sendable {
  /// The text before the name of the source.
  package static let prefix = "$sourceDescriptions."

  package enum Form: Sendable, Hashable {
    case plain
    /// `SOURCE.ID`. Names can contain dots: the names of the sources decide where the source's
    /// ends.
    case qualified(String)
    /// What follows `$sourceDescription.`, which lacks an `s`.
    case slip(String)
  }

  package let text: Located<String>
  package let form: Form

  package init(_ text: Located<String>) {
    self.text = text
    form = Form(text.value)
  }

  package var value: String { text.value }
  package var location: Location { text.location }

  /// Identifies a reference by its location and text: one string can name several workflows.
  package struct Key: Hashable, Sendable {
    let location: Location
    let value: String
  }

  package var key: Key { Key(location: location, value: value) }
}

extension QualifiedName.Form {
  init(_ text: String) {
    let slip = "$sourceDescription."
    if text.hasPrefix(QualifiedName.prefix) {
      self = .qualified(String(text.dropFirst(QualifiedName.prefix.count)))
    } else if text.hasPrefix(slip) {
      self = .slip(String(text.dropFirst(slip.count)))
    } else {
      self = .plain
    }
  }
}

extension [SourceDescription] {
  /// Takes `SOURCE.ID` apart: the source with the longest name that fits, and what follows it.
  package func qualifying(_ text: String) -> (source: SourceDescription, id: String)? {
    let source = filter { text.hasPrefix($0.name.value + ".") }
      .max { $0.name.value.count < $1.name.value.count }
    return source.map { ($0, String(text.dropFirst($0.name.value.count + 1))) }
  }
}

/// A reference to a step in `dependsOn` (Arazzo 1.1): `STEP`, `$workflows.ID.steps.STEP` or
/// `$sourceDescriptions.SOURCE.ID.steps.STEP`.
package struct StepReference: Sendable {
  package let text: Located<String>
  package let step: String
  /// The workflow as a step would name it that calls it; `nil` where the reference names none.
  package let workflow: String?

  init(_ text: Located<String>) {
    self.text = text
    guard let range = text.value.firstRange(of: ".steps.") else {
      (step, workflow) = (text.value, nil)
      return
    }
    step = String(text.value[range.upperBound...])
    let before = text.value[..<range.lowerBound]
    let word = "$workflows."
    let name = before.hasPrefix(word) ? before.dropFirst(word.count) : before
    workflow = before.hasPrefix("$") ? String(name) : nil
  }

  package var location: Location { text.location }
}
