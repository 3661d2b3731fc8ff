/// How long a workflow waits before it asks again, and when it gives up (rule A8).
///
/// A `Retry-After` in the response goes before the policy's own waits.
public struct PollingPolicy: Sendable {
  /// The first wait. 1 second unless set.
  public var initialDelay: Duration
  /// What each wait is multiplied by to give the next one. 1.5 unless set; less than 1 is read as 1.
  public var growth: Double
  /// What waits grow to. 30 seconds unless set.
  public var maximumDelay: Duration
  /// How far a wait may stray from its length, as a share of it: 0.1 is ten per cent either way.
  public var jitter: Double
  /// How long one loop may poll, every wait included. An hour unless set.
  public var timeLimit: Duration
  /// How often one loop may be passed through, the first pass included. 10,000 unless set.
  public var passLimit: Int
  /// Gives numbers from 0 to 1 for the jitter; 0.5 is no jitter.
  public var random: @Sendable () -> Double

  /// A policy; every argument has the default that its property names.
  public init(
    initialDelay: Duration = .seconds(1),
    growth: Double = 1.5,
    maximumDelay: Duration = .seconds(30),
    jitter: Double = 0.1,
    timeLimit: Duration = .seconds(3600),
    passLimit: Int = 10_000,
    random: @escaping @Sendable () -> Double = { .random(in: 0...1) }
  ) {
    self.initialDelay = initialDelay
    self.growth = growth
    self.maximumDelay = maximumDelay
    self.jitter = jitter
    self.timeLimit = timeLimit
    self.passLimit = passLimit
    self.random = random
  }
}

extension PollingPolicy {
  /// The wait that comes after waits of `number` times (0 for the first), before jitter.
  func delay(_ number: Int) -> Duration {
    let ceiling = min(max(maximumDelay, .zero), Self.longestDelay)
    let first = min(max(initialDelay, .zero), ceiling).inSeconds
    let factor = growth.isFinite ? max(growth, 1) : 1
    var seconds = first
    for _ in 0..<number where seconds > 0 && factor > 1 {
      seconds *= factor
      if seconds >= ceiling.inSeconds { return ceiling }
    }
    return .seconds(seconds)
  }

  /// A wait with jitter.
  func jittered(_ delay: Duration) -> Duration {
    let share = jitter.isFinite ? min(max(jitter, 0), 1) : 0
    let number = random()
    let stray = number.isFinite ? min(max(number, 0), 1) * 2 - 1 : 0
    return share * stray == 0 ? delay : .seconds(delay.inSeconds * (1 + share * stray))
  }

  /// No wait is longer, whatever a policy says: about 31 years.
  private static var longestDelay: Duration { .seconds(1_000_000_000) }
}

extension Duration {
  /// The duration as a number of seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
