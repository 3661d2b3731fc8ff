#if Logging
  public import ArazzoRuntime
  public import Logging

  /// Writes what workflows do to a log.
  ///
  /// ```swift
  /// client.observer = LoggingObserver(Logger(label: "com.example.app.workflows"))
  /// ```
  ///
  /// A message says what happened in words that stay the same; which workflow, which step and what
  /// else there is to know is metadata. No header, no query, no body, no input, no state and no secret
  /// is in either (rule H8).
  public struct LoggingObserver: WorkflowObserver {
    private let logger: Logger
    private let level: @Sendable (WorkflowEvent.Kind) -> Logger.Level?

    /// An observer that writes to a logger, with the metadata that the logger has.
    ///
    /// - Parameters:
    ///   - logger: Where events go; its own level says which of them it keeps.
    ///   - level: The level of an event, `nil` for one that is not to be written.
    public init(
      _ logger: Logger,
      level: @escaping @Sendable (WorkflowEvent.Kind) -> Logger.Level? = { Self.level(of: $0) }
    ) {
      self.logger = logger
      self.level = level
    }

    /// Writes an event.
    public func observe(_ event: WorkflowEvent) {
      guard let level = level(event.kind) else { return }
      logger.log(level: level, event.kind.message, metadata: event.metadata)
    }
  }
#endif
