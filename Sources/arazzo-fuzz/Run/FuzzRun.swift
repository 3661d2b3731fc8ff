import Foundation

/// One run: cases until their number, the time or the failures are used up.
struct FuzzRun {
  let subject: Subject
  let seed: UInt64
  let cases: Range<Int>
  let seconds: Int
  let allowedFailures: Int
  let workspace: Workspace

  private(set) var failures: [String] = []
  private var ran = 0
  private var accepted = 0
  private var slowest = (time: 0.0, number: 0)

  init(
    subject: Subject, seed: UInt64, cases: Range<Int>, seconds: Int, allowedFailures: Int,
    workspace: Workspace
  ) {
    self.subject = subject
    self.seed = seed
    self.cases = cases
    self.seconds = seconds
    self.allowedFailures = allowedFailures
    self.workspace = workspace
  }

  /// The figures in one line.
  var figures: String {
    "\(subject.rawValue): \(ran) cases, \(accepted) accepted, \(ran - accepted) refused, "
      + "slowest \(Int(slowest.time * 1000)) ms (case \(slowest.number)), "
      + "\(failures.count) failures, seed \(seed)"
  }

  mutating func run(_ fuzzer: inout any Fuzzer) throws {
    HangAlarm.install()
    let end = Date(timeIntervalSinceNow: Double(seconds))
    for number in cases where failures.count < allowedFailures && Date() < end {
      try runCase(number, &fuzzer)
    }
    do { try fuzzer.finish() } catch { fail("\(error)") }
  }

  private mutating func runCase(_ number: Int, _ fuzzer: inout any Fuzzer) throws {
    var random = RandomSource(seed: seed, case: number)
    var input = fuzzer.makeCase(&random)
    input.number = number
    try workspace.store(input)
    HangAlarm.set(FuzzLimit.hang)
    let start = ProcessorTime.now
    do {
      if try fuzzer.run(input, in: workspace, &random) == .accepted { accepted += 1 }
      let time = ProcessorTime.now - start
      if time > slowest.time { slowest = (time, number) }
      if time > fuzzer.limit {
        throw FuzzFailure("it takes \(time) s, more than \(fuzzer.limit) s")
      }
      try fuzzer.compare(input)
    } catch {
      let kept = try workspace.keep(input)
      fail("case \(number) of seed \(seed): \(error)\n  the input is in \(kept.path)")
    }
    HangAlarm.set(0)
    ran += 1
  }

  private mutating func fail(_ message: String) {
    failures.append(message)
    print(message)
  }
}

/// The processor time of this process, which other work on the machine doesn't lengthen.
enum ProcessorTime {
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Ends the process when a case doesn't end; its input stays where it is.
enum HangAlarm {
  static func install() {
    signal(SIGALRM) { _ in
      let message: StaticString = "the case that runs doesn't end; its input stays in its folder\n"
      _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
      _exit(1)
    }
  }

  /// Starts anew; 0 ends the watch.
  static func set(_ seconds: UInt32) { alarm(seconds) }
}
