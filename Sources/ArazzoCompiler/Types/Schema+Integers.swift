import ArazzoDescriptions

extension Schema {
  /// The type that holds every integer that the schema admits (rule V6): beyond 64 bits that is JSON,
  /// which keeps the digits.
  var integerType: TypePlan {
    if format == "uint64" { return .unsigned }
    // A limit such as 9223372036854776000 is the largest integer of 64 bits, read as a double.
    guard format != "int64", format != "int32", least < -9.3e18 || most > 9.3e18 else {
      return .integer
    }
    return least >= 0 && most < 1.9e19 ? .unsigned : .json
  }

  private var least: Double {
    ["minimum", "exclusiveMinimum"].compactMap(limit).max() ?? -1
  }

  private var most: Double {
    ["maximum", "exclusiveMaximum"].compactMap(limit).min() ?? 0
  }

  private func limit(_ name: String) -> Double? { keyword(name)?.number.flatMap(Double.init) }
}
