package import ArazzoRuntime
import Foundation
import HTTPTypes

/// Where a process ends that runs a workflow; numbers count from 1.
package enum KillPoint: Sendable, Hashable {
  /// Before the run is saved for the n-th time.
  case save(Int)
  /// After the run was saved, before the n-th request is sent.
  case request(Int)
  /// After the n-th request was answered, before anybody knows.
  case response(Int)
  /// In the middle of the n-th wait.
  case wait(Int)
}

/// A workflow that is run by two processes, the first of which is killed.
package struct KilledProcess: Sendable {
  /// What the workflow is run with.
  package var client: WorkflowClient
  /// The clock of the client.
  package let clock: WorkflowTestClock

  /// What there is to say about a run.
  package struct Report<Result: Sendable>: Sendable {
    /// What the workflow returned or threw in the end.
    package var result: Swift.Result<Result, WorkflowError>
    /// The requests of both processes, but not those that the first was killed before.
    package var requests: [RecordedRequest]
    /// The waits of both processes.
    package var waits: [Duration]
    /// Whether the first process came to the point.
    package var wasKilled: Bool
    /// The JSON of what was saved, in order.
    package var saved: [String]
  }

  /// Creates processes with a client that has the clock.
  package init(_ client: WorkflowClient, _ clock: WorkflowTestClock) {
    self.client = client
    self.clock = clock
  }

  /// Runs a workflow until it ends, in a second process if the first is killed.
  package func run<Result: Sendable>(
    killedAt point: KillPoint?, isolation: isolated (any Actor)? = #isolation,
    _ workflow: (WorkflowClient) async throws(WorkflowError) -> Result
  ) async throws -> Report<Result> {
    let killer = Killer(point, client.transport, clock)
    let checkpoint = ScriptedCheckpoint(onSave: { try killer.come(to: .save($0)) })
    var client = client
    client.transport = killer
    client.clock = killer
    client.checkpoint = checkpoint
    var result = await Self.result(of: workflow, client)
    let wasKilled = killer.hasKilled
    if wasKilled {
      if let saved = try checkpoint.last { client = client.resuming(saved) }
      result = await Self.result(of: workflow, client)
    }
    return Report(
      result: result, requests: killer.requests, waits: killer.waits, wasKilled: wasKilled,
      saved: checkpoint.texts)
  }

  private static func result<Result>(
    of workflow: (WorkflowClient) async throws(WorkflowError) -> Result,
    _ client: WorkflowClient, isolation: isolated (any Actor)? = #isolation
  ) async -> Swift.Result<Result, WorkflowError> {
    do throws(WorkflowError) {
      return .success(try await workflow(client))
    } catch {
      return .failure(error)
    }
  }
}

/// The transport and the clock of the processes.
private final class Killer: HTTPTransport, WorkflowClock {
  private struct Progress: Sendable {
    var point: KillPoint?
    var hasKilled = false
    var sent = 0
    var slept = 0
    var requests: [RecordedRequest] = []
    var waits: [Duration] = []
  }

  private let base: any HTTPTransport
  private let clock: WorkflowTestClock
  private let progress: Locked<Progress>

  init(_ point: KillPoint?, _ base: any HTTPTransport, _ clock: WorkflowTestClock) {
    self.base = base
    self.clock = clock
    progress = Locked(Progress(point: point))
  }

  var hasKilled: Bool { progress.withLock { $0.hasKilled } }
  var requests: [RecordedRequest] { progress.withLock { $0.requests } }
  var waits: [Duration] { progress.withLock { $0.waits } }

  /// Ends the process where it is to end.
  func come(to point: KillPoint) throws {
    let isKilled = progress.withLock { progress in
      guard progress.point == point, !progress.hasKilled else { return false }
      progress.hasKilled = true
      return true
    }
    if isKilled { throw CancellationError() }
  }

  func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    let number = progress.withLock { progress in
      progress.sent += 1
      return progress.sent
    }
    try come(to: .request(number))
    progress.withLock { $0.requests.append(RecordedRequest(head: request, body: body)) }
    let response = try await base.send(request, body: body, bodyLimit: bodyLimit)
    try come(to: .response(number))
    return response
  }

  var now: Duration { clock.now }
  var date: Date { clock.date }

  func sleep(for duration: Duration) async throws {
    let number = progress.withLock { progress in
      progress.slept += 1
      return progress.slept
    }
    do {
      try come(to: .wait(number))
    } catch {
      progress.withLock { $0.waits.append(duration / 2) }
      try await clock.sleep(for: duration / 2)
      throw error
    }
    progress.withLock { $0.waits.append(duration) }
    try await clock.sleep(for: duration)
  }

  func expire(after duration: Duration) async throws { try await clock.expire(after: duration) }
}
