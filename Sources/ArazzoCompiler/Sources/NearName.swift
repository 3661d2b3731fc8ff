import ArazzoDocuments

/// What an existing name is to a written one that is not among them (dialect P15).
enum NearName {
  /// No name is near.
  case none
  /// The only name that differs in nothing but case, `-` and `_`.
  case one(String)
  /// More than one name differs only so, in their order.
  case several([String])

  init(_ written: String, among known: some Sequence<String>) {
    let folded = written.foldedName
    var seen: Set<String> = []
    let near = known.filter { $0.foldedName == folded && seen.insert($0).inserted }
    self = near.isEmpty ? .none : near.count == 1 ? .one(near[0]) : .several(near)
  }
}

extension Diagnostics {
  /// The existing name that a written one stands for: itself, or the only near one (dialect P15).
  ///
  /// - Parameters:
  ///   - what: What has the name, for messages: "parameter".
  ///   - spelling: The mended text at the place of a name.
  /// - Returns: `nil` where there is none. More than one near name is reported, and the name itself
  ///   is returned.
  func nearName(
    _ written: String, among known: [String], _ what: String, at location: Location,
    spelling: (String) -> String = { $0 }, fix: Fix? = nil
  ) -> (name: String, isAmbiguous: Bool)? {
    if known.contains(written) { return (written, false) }
    switch NearName(written, among: known) {
    case .none: return nil
    case .one(let name):
      dialect(
        .p15NearName, at: location, specSpelling: "write '\(spelling(name))'", fix: fix)
      return (name, false)
    case .several(let names):
      let list = names.map { "'\($0)'" }.joined(separator: " or ")
      error(
        "\(what) '\(written)' may mean \(list), which differ from it only in case, '-' and '_'",
        at: location,
        suggestion: "write \(names.map { "'\(spelling($0))'" }.joined(separator: " or "))")
      return (written, true)
    }
  }
}

extension String {
  /// The name without case, `-` and `_`.
  var foldedName: String { lowercased().filter { $0 != "-" && $0 != "_" } }
}
