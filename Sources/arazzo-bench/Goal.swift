/// A number that the project keeps on one side of a limit.
struct Goal {
  let name: String
  let measured: Double
  let limit: Double
  private let unit: Unit

  private enum Unit {
    /// How many times as long or as much, at most.
    case times
    /// How many a second, at least.
    case perSecond
  }

  /// A ratio that is at most so large: of two times in one run, or of a count and its bound.
  init(name: String, ratio: Double, limit: Double) {
    (self.name, measured, self.limit, unit) = (name, ratio, limit, .times)
  }

  /// A number a second that is at least so large. It is the machine's too: nothing that others run
  /// compares it.
  init(name: String, perSecond rate: Double, atLeast limit: Double) {
    (self.name, measured, self.limit, unit) = (name, rate, limit, .perSecond)
  }
}

extension Goal {
  /// Whether the number keeps to the limit, or to a multiple of it.
  func isMet(slack: Double) -> Bool {
    unit == .times ? measured <= limit * slack : measured >= limit / slack
  }

  /// What was measured, what is wanted, and whether that is met.
  func row(slack: Double) -> String {
    let bound = unit == .times ? "≤ " + text(limit * slack) : "≥ " + text(limit / slack)
    return "  " + name.padded(to: 52) + text(measured).padded(to: 12, atEnd: false)
      + bound.padded(to: 14, atEnd: false) + (isMet(slack: slack) ? "" : "  missed")
  }

  private func text(_ number: Double) -> String {
    unit == .times ? "\(decimal: number, digits: 2) ×" : "\(Int(number.rounded()))/s"
  }
}

extension [Goal] {
  /// The goals as a table.
  func table(slack: Double) -> String {
    let head = "  " + "Goals".padded(to: 52) + "measured".padded(to: 12, atEnd: false)
    return ([head + "wanted".padded(to: 14, atEnd: false)] + map { $0.row(slack: slack) })
      .joined(separator: "\n")
  }
}
