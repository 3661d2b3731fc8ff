#if Temporal
  public import ArazzoRuntime
  public import Foundation
  import SwiftProtobuf

  /// Identifies a run on a server.
  public struct TemporalRun: Sendable, Hashable, Codable {
    /// The identifier that it was started with.
    public let id: String
    /// The identifier that the server gave it; empty for the latest run of the ``id``.
    public let runID: String

    /// Identifies a run.
    public init(id: String, runID: String = "") {
      self.id = id
      self.runID = runID
    }
  }

  /// Time limits of a run.
  public struct TemporalRunOptions: Sendable, Hashable {
    /// How long a worker may be silent until another one takes the run. A worker sends three heartbeats
    /// in that time. Default: 30 seconds.
    public var heartbeatTimeout: Duration
    /// How long a worker may hold a run at a time, waits that it gives back to the server apart.
    /// Default: a day.
    public var attemptTimeout: Duration
    /// How long the run may take. Default: nil; no limit.
    public var timeLimit: Duration?
    /// How long the server waits before it offers the run to a worker. Default: nil; not at all.
    public var startDelay: Duration?

    /// Creates time limits.
    public init(
      heartbeatTimeout: Duration = .seconds(30), attemptTimeout: Duration = .seconds(86_400),
      timeLimit: Duration? = nil, startDelay: Duration? = nil
    ) {
      self.heartbeatTimeout = heartbeatTimeout
      self.attemptTimeout = attemptTimeout
      self.timeLimit = timeLimit
      self.startDelay = startDelay
    }

    func write(to request: inout APIStartActivityExecutionRequest) {
      request.heartbeatTimeout = .init(heartbeatTimeout)
      request.startToCloseTimeout = .init(attemptTimeout)
      if let timeLimit { request.scheduleToCloseTimeout = .init(timeLimit) }
      if let startDelay { request.startDelay = .init(startDelay) }
      // The worker says how long to wait after a failure; this is for a worker that went silent.
      request.retryPolicy.initialInterval = .init(.seconds(1))
      request.retryPolicy.backoffCoefficient = 1
    }
  }

  /// Where a run stands.
  public struct TemporalRunInfo: Sendable, Hashable {
    /// What has become of a run. Later versions can add states.
    public struct Status: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
      /// The name of the static member.
      public let rawValue: String

      /// Creates the state with a name.
      public init(rawValue: String) { self.rawValue = rawValue }

      /// The name of the static member.
      public var description: String { rawValue }
    }

    /// The run.
    public let run: TemporalRun
    /// The name of its workflow.
    public let workflow: String
    /// Its task queue.
    public let taskQueue: String
    /// What has become of it.
    public let status: Status
    /// When it was started.
    public let started: Date?
    /// When it ended.
    public let ended: Date?
    /// How often a worker has taken it; zero in a list.
    public let attempt: Int
    /// When the server offers it to a worker again, while it waits for that.
    public let due: Date?
    /// The worker that had it last.
    public let worker: String?
    /// What the last worker that gave it back said.
    public let lastFailure: String?
    /// The run as it was saved last, as `SavedRun` writes it.
    public let saved: JSONValue?
  }

  extension TemporalRunInfo {
    init(_ info: APIActivityExecutionInfo, details: JSONValue?) {
      run = TemporalRun(id: info.activityID, runID: info.runID)
      workflow = info.activityType.name
      taskQueue = info.taskQueue
      status = Status(info.status)
      started = info.hasScheduleTime ? info.scheduleTime.date : nil
      ended = info.hasCloseTime ? info.closeTime.date : nil
      attempt = Int(info.attempt)
      due = info.hasNextAttemptScheduleTime ? info.nextAttemptScheduleTime.date : nil
      worker = info.lastWorkerIdentity.isEmpty ? nil : info.lastWorkerIdentity
      lastFailure = info.hasLastFailure ? info.lastFailure.message : nil
      saved = details
    }

    init(_ listed: APIActivityExecutionListInfo) {
      var info = APIActivityExecutionInfo()
      info.activityID = listed.activityID
      info.runID = listed.runID
      info.activityType = listed.activityType
      info.taskQueue = listed.taskQueue
      info.status = listed.status
      if listed.hasScheduleTime { info.scheduleTime = listed.scheduleTime }
      if listed.hasCloseTime { info.closeTime = listed.closeTime }
      self.init(info, details: nil)
    }
  }

  extension TemporalRunInfo.Status {
    /// The run has not ended: a worker runs it, or it waits for one.
    public static let running = Self(rawValue: "running")
    /// It has an outcome.
    public static let completed = Self(rawValue: "completed")
    /// It failed for good.
    public static let failed = Self(rawValue: "failed")
    /// It was cancelled.
    public static let cancelled = Self(rawValue: "cancelled")
    /// It was terminated.
    public static let terminated = Self(rawValue: "terminated")
    /// A time limit of its ``TemporalRunOptions`` has passed.
    public static let timedOut = Self(rawValue: "timedOut")
    /// The server doesn't offer it to workers until somebody resumes it.
    public static let paused = Self(rawValue: "paused")
    /// The server says something that this version doesn't know.
    public static let unknown = Self(rawValue: "unknown")
  }

  extension TemporalRunInfo.Status {
    fileprivate init(_ status: APIActivityExecutionStatus) {
      self =
        switch status {
        case .running: .running
        case .completed: .completed
        case .failed: .failed
        case .canceled: .cancelled
        case .terminated: .terminated
        case .timedOut: .timedOut
        case .paused: .paused
        case .unspecified, .UNRECOGNIZED: .unknown
        }
    }
  }
#endif
