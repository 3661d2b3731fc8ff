extension Duration {
  /// The duration in a unit that suits it, such as `3.21 ms`.
  var readable: String {
    let microseconds = self / .microseconds(1)
    if microseconds < 1_000 { return "\(decimal: microseconds, digits: 2) µs" }
    return "\(decimal: microseconds / 1_000, digits: 2) ms"
  }
}

extension Int {
  /// The number of bytes in a unit that suits it, such as `417 kB`.
  var readableBytes: String {
    switch self {
    case ..<10_000: "\(self) B"
    case ..<1_000_000: "\(self / 1_000) kB"
    default: "\(decimal: Double(self) / 1_000_000, digits: 1) MB"
    }
  }
}

extension String {
  /// The text with spaces up to a width, after it or before it.
  func padded(to width: Int, atEnd: Bool = true) -> String {
    let spaces = String(repeating: " ", count: Swift.max(0, width - count))
    return atEnd ? self + spaces : spaces + self
  }
}

extension DefaultStringInterpolation {
  /// Puts in a number that is not negative with so many digits after the point.
  mutating func appendInterpolation(decimal value: Double, digits: Int) {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((value * Double(scale)).rounded())
    appendLiteral("\(scaled / scale).")
    appendLiteral("\(scale + scaled % scale)".dropFirst().description)
  }
}
