/// How long a workflow waits before it sends a request again, and when it gives up (rule A8).
///
/// A `Retry-After` header field in the response takes precedence over the policy's delays.
public struct PollingPolicy: Sendable {
  /// The first delay. Default: 1 second.
  public var initialDelay: Duration
  /// The factor from one delay to the next. Values below 1 count as 1. Default: 1.5.
  public var backoffFactor: Double
  /// The longest delay. Default: 30 seconds.
  public var maximumDelay: Duration
  /// The random part of each delay, as a fraction from 0 to 1: with 0.1, a delay of 10 seconds
  /// takes 9 to 11 seconds. Default: 0.1.
  public var jitter: Double
  /// The longest time that one loop can poll, delays included. Default: 1 hour.
  public var timeLimit: Duration
  /// The maximum number of passes through one loop, the first included. Default: 10,000.
  public var maximumPasses: Int
  /// Returns the random numbers for ``jitter``, from 0 to 1; 0.5 means no jitter.
  public var random: @Sendable () -> Double

  /// Creates a policy. Each argument has the default of its property.
  public init(
    initialDelay: Duration = .seconds(1),
    backoffFactor: Double = 1.5,
    maximumDelay: Duration = .seconds(30),
    jitter: Double = 0.1,
    timeLimit: Duration = .seconds(3600),
    maximumPasses: Int = 10_000,
    random: @escaping @Sendable () -> Double = { .random(in: 0...1) }
  ) {
    self.initialDelay = initialDelay
    self.backoffFactor = backoffFactor
    self.maximumDelay = maximumDelay
    self.jitter = jitter
    self.timeLimit = timeLimit
    self.maximumPasses = maximumPasses
    self.random = random
  }
}

extension PollingPolicy {
  /// The delay after `number` earlier delays, before jitter.
  func delay(_ number: Int) -> Duration {
    let ceiling = min(max(maximumDelay, .zero), Self.upperBound)
    let first = min(max(initialDelay, .zero), ceiling).inSeconds
    let factor = backoffFactor.isFinite ? max(backoffFactor, 1) : 1
    var seconds = first
    for _ in 0..<number where seconds > 0 && factor > 1 {
      seconds *= factor
      if seconds >= ceiling.inSeconds { return ceiling }
    }
    return .seconds(seconds)
  }

  /// The delay with jitter.
  func jittered(_ delay: Duration) -> Duration {
    let share = jitter.isFinite ? min(max(jitter, 0), 1) : 0
    let number = random()
    let stray = number.isFinite ? min(max(number, 0), 1) * 2 - 1 : 0
    return share * stray == 0 ? delay : .seconds(delay.inSeconds * (1 + share * stray))
  }

  /// The longest delay whatever a policy says: about 31 years.
  private static var upperBound: Duration { .seconds(1_000_000_000) }
}

extension Duration {
  /// The duration as a number of seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
