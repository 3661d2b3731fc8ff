/// A ratio that the project keeps below a limit: of two times in one run, or of a count and its bound.
struct Goal {
  let name: String
  let ratio: Double
  let limit: Double
}

extension Goal {
  /// Whether the ratio keeps to the limit, or to a multiple of it.
  func isMet(slack: Double) -> Bool { ratio <= limit * slack }

  /// What was measured, what is wanted, and whether that is met.
  func row(slack: Double) -> String {
    let measured = "\(decimal: ratio, digits: 2) ×".padded(to: 12, atEnd: false)
    let wanted = "\(decimal: limit * slack, digits: 2) ×".padded(to: 12, atEnd: false)
    return "  " + name.padded(to: 52) + measured + wanted
      + (isMet(slack: slack) ? "" : "  missed")
  }
}

extension [Goal] {
  /// The goals as a table.
  func table(slack: Double) -> String {
    let head = "  " + "Goals".padded(to: 52) + "measured".padded(to: 12, atEnd: false)
    return ([head + "at most".padded(to: 12, atEnd: false)] + map { $0.row(slack: slack) })
      .joined(separator: "\n")
  }
}
