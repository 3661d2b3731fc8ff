#if Temporal
  import ArazzoRuntime
  import ArazzoTemporal
  import Foundation
  import SuddenEnd

  /// Workers for the tests, which kill them, and for the measurement of many runs:
  ///
  ///     arazzo-temporal-trial worker ADDRESS QUEUE API-URL [DELAY-SECONDS]
  ///     arazzo-temporal-trial worker ADDRESS QUEUE API-URL \
  ///         save|request|response|wait NUMBER FILE kill|stop
  ///     arazzo-temporal-trial load ADDRESS RUNS
  ///
  /// With a point a worker ends or stops there without a warning, if it can still remove the file: so
  /// one of the workers does, and once.
  @main
  enum Trial {
    static func main() async {
      guard #available(macOS 15.0, iOS 18.0, watchOS 11.0, tvOS 18.0, visionOS 2.0, *) else {
        return
      }
      do {
        var arguments = CommandLine.arguments[1...]
        switch (arguments.popFirst(), arguments.count) {
        case ("worker"?, 3...):
          let first = arguments.startIndex
          guard let api = URL(string: arguments[first + 2]) else { exit(64) }
          let rest = Array(arguments.dropFirst(3))
          let delay = rest.count == 1 ? rest.first.flatMap(Int.init) : nil
          try await TrialWorker(
            address: arguments[first], queue: arguments[first + 1], api: api,
            end: end(rest), delay: delay.map { .seconds($0) } ?? .milliseconds(200)
          ).run()
        case ("load"?, 2):
          guard let runs = arguments.last.flatMap(Int.init), let address = arguments.first else {
            exit(64)
          }
          try await Load(address: address, runs: runs).measure()
        default: exit(64)
        }
      } catch {
        FileHandle.standardError.write(Data("\(error)\n".utf8))
        exit(1)
      }
    }

    private static func end(_ point: [String]) -> SuddenEnd? {
      guard point.count == 4, let number = Int(point[1]) else { return nil }
      return SuddenEnd(
        at: point[0], number, removing: point[2], by: point[3] == "stop" ? SIGSTOP : SIGKILL)
    }
  }
#else
  @main
  enum Trial {
    static func main() { print("arazzo-temporal-trial requires the package trait Temporal") }
  }
#endif
