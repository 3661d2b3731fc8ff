import ArazzoDocuments

/// Constructs of Arazzo 1.1 in a 1.0 document: they're read, and reported in one warning.
struct LaterConstructs {
  private var first: (name: String, location: Location)?
  private var count = 0

  mutating func note(_ name: String, at location: Location) {
    if first == nil { first = (name, location) }
    count += 1
  }

  func report(in version: Located<String>, to diagnostics: Diagnostics) {
    guard let first, version.value.hasPrefix("1.0") else { return }
    let field = first.location.source.isJSON ? "\"arazzo\": \"1.1.0\"" : "arazzo: 1.1.0"
    let places = count == 1 ? "" : " (\(count) places; this is the first)"
    diagnostics.warning(
      "\(first.name) requires Arazzo 1.1, but the document says \(version.value); arazzo-gen reads "
        + "it anyway\(places)", at: first.location,
      fix: Fix(version, with: "1.1.0").flatMap {
        Fix($0.edits, help: "write \(field) at the top of the document")
      })
  }
}

extension ArazzoReader {
  /// Notes those of the fields that Arazzo 1.1 brought.
  func note(later names: [String], in fields: Fields) {
    for name in names {
      guard let member = fields.mapping.member(name) else { continue }
      laterConstructs.note("'\(name)'", at: member.key.location)
    }
  }
}
