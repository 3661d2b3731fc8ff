import ArazzoCompiler

/// What a user wants of the polling policy of clients that bring none; durations in seconds.
package struct PollingChoice: Sendable {
  package var initialDelay: Double?
  package var growth: Double?
  package var maximumDelay: Double?
  package var jitter: Double?
  package var timeLimit: Double?
  package var passLimit: Int?

  package init() {}
}

extension PollingChoice {
  /// The policy as Swift; `nil` where nothing was chosen.
  var layout: Layout? {
    let durations =
      [("initialDelay", initialDelay, true), ("growth", growth, false)]
      + [("maximumDelay", maximumDelay, true), ("jitter", jitter, false)]
      + [("timeLimit", timeLimit, true)]
    var arguments = durations.compactMap { label, value, isDuration -> Layout? in
      value.map {
        .labelled(label, .text(isDuration ? ".seconds(\(Self.text($0)))" : Self.text($0)))
      }
    }
    if let passLimit { arguments.append(.labelled("passLimit", .text(String(passLimit)))) }
    return arguments.isEmpty ? nil : .call("PollingPolicy", arguments)
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
