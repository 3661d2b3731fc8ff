extension Array {
  /// The status at a pass, the first of which is number 1; the last status stays.
  func status(at pass: Int) -> Element? {
    indices.contains(pass - 1) ? self[pass - 1] : last
  }
}

extension [String: String] {
  /// A `Retry-After` header field, or none.
  static func retryAfter(_ value: String?) -> [String: String] {
    value.map { ["Retry-After": $0] } ?? [:]
  }
}
