#if Store
  public import Foundation

  /// Why a store can't be opened, or why a run can't be started, resumed, saved or cancelled.
  ///
  /// The text contains no input, response or secret.
  public struct WorkflowStoreError: Error, Sendable {
    /// The kind of error.
    public let code: Code
    /// What went wrong, in words.
    public let reason: String
    /// The error of the database, the codec or the workflow that caused this one. It can contain data
    /// that this error hides.
    public let underlyingError: (any Error)?

    init(_ code: Code, _ reason: String, underlyingError: (any Error)? = nil) {
      self.code = code
      self.reason = reason
      self.underlyingError = underlyingError
    }
  }

  extension WorkflowStoreError {
    /// The kind of an error. Later versions can add kinds.
    public struct Code: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
      /// The name of the static member.
      public let rawValue: String

      /// Creates the kind with a name.
      public init(rawValue: String) { self.rawValue = rawValue }

      /// The name of the static member.
      public var description: String { rawValue }
    }
  }

  extension WorkflowStoreError.Code {
    /// The file can't be opened, created or written.
    public static let inaccessibleFile = Self(rawValue: "inaccessibleFile")
    /// The file is no store, or it is damaged. It was not changed.
    public static let unreadableFile = Self(rawValue: "unreadableFile")
    /// A later version of this library wrote the file. It was not changed.
    public static let newerFile = Self(rawValue: "newerFile")
    /// The disk is full. What was stored before is still there.
    public static let fullDisk = Self(rawValue: "fullDisk")
    /// Another process kept the file locked for too long.
    public static let busyFile = Self(rawValue: "busyFile")
    /// The database refused an operation for another reason.
    public static let database = Self(rawValue: "database")

    /// There is a run with this identifier.
    public static let alreadyExists = Self(rawValue: "alreadyExists")
    /// There is no run with this identifier.
    public static let unknownRun = Self(rawValue: "unknownRun")
    /// The host doesn't have the workflow of the run.
    public static let unknownWorkflow = Self(rawValue: "unknownWorkflow")
    /// The run belongs to another plan than the workflow of the host, or than one that this workflow
    /// calls. It was not changed.
    public static let otherPlan = Self(rawValue: "otherPlan")
    /// A process works on the run, this one or another one.
    public static let alreadyRunning = Self(rawValue: "alreadyRunning")
    /// The run has ended.
    public static let ended = Self(rawValue: "ended")
    /// The run was cancelled, removed or taken over while this process worked on it.
    public static let runLost = Self(rawValue: "runLost")
    /// The inputs aren't those of the workflow. Nothing was stored.
    public static let invalidInputs = Self(rawValue: "invalidInputs")
    /// The store would hold a secret, and it has no ``WorkflowStoreCodec``.
    public static let secretInRun = Self(rawValue: "secretInRun")
    /// The run needs a secret that the host doesn't supply. Nothing was sent.
    public static let missingSecret = Self(rawValue: "missingSecret")
    /// The ``WorkflowStoreCodec`` can't encode a value. What was stored before is still there.
    public static let codecFailed = Self(rawValue: "codecFailed")
    /// What is stored of the run can't be read. It was not changed.
    public static let unreadableRun = Self(rawValue: "unreadableRun")
  }

  extension WorkflowStoreError: Hashable {
    /// Two errors are equal if they have the same code and reason.
    public static func == (one: WorkflowStoreError, other: WorkflowStoreError) -> Bool {
      one.code == other.code && one.reason == other.reason
    }

    /// Hashes the code and the reason.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(code)
      hasher.combine(reason)
    }
  }

  extension WorkflowStoreError: CustomStringConvertible, LocalizedError, CustomReflectable {
    /// The error in one sentence.
    public var description: String { reason }

    /// The same as ``description``.
    public var errorDescription: String? { description }

    /// What `dump` shows: the code and the description.
    public var customMirror: Mirror {
      Mirror(self, children: ["code": code.rawValue, "description": description])
    }
  }
#endif
