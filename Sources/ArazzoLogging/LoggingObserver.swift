#if Logging
  public import ArazzoRuntime
  public import Logging

  /// An observer that logs the events of workflows.
  ///
  /// ```swift
  /// client.observer = LoggingObserver(Logger(label: "com.example.app.workflows"))
  /// ```
  ///
  /// Each kind of event has a fixed message. The workflow, the step and other details are metadata.
  /// Neither contains a header field, query, input, state or secret (rule H8). Of a body, the
  /// metadata `reason` contains the scalars that a failed criterion compared.
  public struct LoggingObserver: WorkflowObserver {
    private let logger: Logger
    private let level: @Sendable (WorkflowEvent.Kind) -> Logger.Level?

    /// Creates an observer.
    ///
    /// - Parameters:
    ///   - logger: The logger, whose metadata is kept.
    ///   - level: The log level of an event; `nil` for an event that is not logged.
    public init(
      _ logger: Logger,
      level: @escaping @Sendable (WorkflowEvent.Kind) -> Logger.Level? = { Self.level(of: $0) }
    ) {
      self.logger = logger
      self.level = level
    }

    /// Logs an event.
    public func observe(_ event: WorkflowEvent) {
      guard let level = level(event.kind) else { return }
      logger.log(level: level, event.kind.message, metadata: event.metadata)
    }
  }
#endif
