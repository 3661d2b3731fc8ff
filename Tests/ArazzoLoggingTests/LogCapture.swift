#if Logging
  import Foundation
  import Logging

  /// A log that a test can read.
  final class LogCapture: Sendable {
    /// What was written at a time.
    struct Line: Sendable {
      var level: Logger.Level
      var message: String
      var metadata: [String: String]
    }

    private let lock = NSLock()
    private nonisolated(unsafe) var written: [Line] = []

    /// Everything so far, in order.
    var lines: [Line] { lock.withLock { written } }

    /// A logger that keeps everything from a level on.
    func logger(_ level: Logger.Level = .trace) -> Logger {
      Logger(label: "workflows") { _ in Handler(capture: self, logLevel: level) }
    }

    private func write(_ line: Line) { lock.withLock { written.append(line) } }

    private struct Handler: LogHandler {
      let capture: LogCapture
      var logLevel: Logger.Level
      var metadata: Logger.Metadata = [:]

      subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
      }

      func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        capture.write(
          Line(
            level: event.level, message: "\(event.message)",
            metadata: all.mapValues { "\($0)" }))
      }
    }
  }
#endif
