import ArazzoRuntime
import Foundation

/// An access token, and until when it is used.
struct AccessToken: Sendable {
  let secret: Secret
  /// Shortly before it expires; `nil` if the server doesn't say when.
  let end: Date?
}

/// The tokens of an OAuth 2 client, and the workflows that wait for one.
///
/// At most one request for the same token is sent at a time. It is no part of the task of a
/// workflow: a workflow that is cancelled stops waiting, and the others get the token.
///
/// A server can replace the refresh token with each answer. So the requests that send it run one
/// after the other, whatever token they are for, and go on when no workflow waits any more. Any
/// other request is cancelled then.
final class OAuth2Tokens: Sendable {
  typealias Waiter = CheckedContinuation<Secret, any Error>
  typealias Request = @Sendable () async throws(TokenFailure) -> AccessToken

  /// A request that is on its way.
  struct Pending: Sendable {
    /// The ticket of the workflow that began it.
    let number: Int
    let task: Task<Void, Never>
    /// The workflows that wait for the token, by their tickets.
    var waiters: [Int: Waiter] = [:]
  }

  struct Entry: Sendable {
    var token: AccessToken?
    var request: Pending?

    /// The token, unless it is the rejected one or expires.
    func token(insteadOf rejected: Secret?, at date: Date) -> Secret? {
      guard let token, token.secret != rejected else { return nil }
      if let end = token.end, end <= date { return nil }
      return token.secret
    }
  }

  struct State: Sendable {
    var entries: [TokenSource: Entry] = [:]
    var refreshToken: Secret?
    /// The last request that sends the refresh token.
    var lastRefresh: Task<Void, Never>?
    var lastTicket = 0
  }

  let state: Locked<State>
  private let refreshes: Bool

  init(_ refreshToken: Secret? = nil) {
    state = Locked(State(refreshToken: refreshToken))
    refreshes = refreshToken != nil
  }

  /// The refresh token to send next.
  var refreshToken: Secret? { state.withLock { $0.refreshToken } }

  /// The token of a source, if there is one that is neither the rejected one nor about to expire.
  func token(of source: TokenSource, insteadOf rejected: Secret?, at date: Date) -> Secret? {
    state.withLock { $0.entries[source]?.token(insteadOf: rejected, at: date) }
  }

  /// Waits for a new token of a source.
  ///
  /// - Parameter request: Requests one; called unless a request is on its way.
  func newToken(
    of source: TokenSource, insteadOf rejected: Secret?, at date: Date,
    _ request: @escaping Request
  ) async throws -> Secret {
    let ticket = state.withLock { state in
      state.lastTicket += 1
      return state.lastTicket
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { waiter in
        if let token = add(waiter, ticket, source, insteadOf: rejected, at: date, request) {
          waiter.resume(returning: token)
        }
        // The handler has run already if the task was cancelled before the waiter was added.
        if Task.isCancelled { cancel(ticket, source) }
      }
    } onCancel: {
      cancel(ticket, source)
    }
  }

  /// Adds a workflow that waits, unless another has received a token in the meantime: then returns
  /// that token.
  private func add(
    _ waiter: Waiter, _ ticket: Int, _ source: TokenSource, insteadOf rejected: Secret?,
    at date: Date, _ request: @escaping Request
  ) -> Secret? {
    state.withLock { [self] state in
      var entry = state.entries[source] ?? Entry()
      defer { state.entries[source] = entry }
      if entry.request == nil {
        if let token = entry.token(insteadOf: rejected, at: date) { return token }
        let task = start(request, source, ticket, after: state.lastRefresh)
        if refreshes { state.lastRefresh = task }
        entry.request = Pending(number: ticket, task: task)
      }
      entry.request?.waiters[ticket] = waiter
      return nil
    }
  }

  private func start(
    _ request: @escaping Request, _ source: TokenSource, _ number: Int,
    after previous: Task<Void, Never>?
  ) -> Task<Void, Never> {
    // Detached: a task that inherits would keep the task-local values of one of the workflows.
    Task.detached { [self] in
      await previous?.value
      let result: Result<AccessToken, TokenFailure>
      do throws(TokenFailure) { result = .success(try await request()) } catch {
        result = .failure(error)
      }
      let waiters = finish(source, number, with: try? result.get())
      for waiter in waiters { waiter.resume(with: result.map(\.secret).mapError { $0 }) }
    }
  }

  /// The workflows that wait for a request; none if it was cancelled.
  private func finish(
    _ source: TokenSource, _ number: Int, with token: AccessToken?
  ) -> [Waiter] {
    state.withLock { state in
      guard let request = state.entries[source]?.request, request.number == number else {
        return []
      }
      state.entries[source] = Entry(token: token)
      return Array(request.waiters.values)
    }
  }

  private func cancel(_ ticket: Int, _ source: TokenSource) {
    let (waiter, request) = state.withLock { [refreshes] state -> (Waiter?, Pending?) in
      let waiter = state.entries[source]?.request?.waiters.removeValue(forKey: ticket)
      guard waiter != nil, !refreshes, let request = state.entries[source]?.request,
        request.waiters.isEmpty
      else { return (waiter, nil) }
      state.entries[source]?.request = nil
      return (waiter, request)
    }
    request?.task.cancel()
    waiter?.resume(throwing: CancellationError())
  }

  /// Keeps a refresh token that the server sent.
  ///
  /// - Returns: Whether it is another one.
  func keep(_ refreshToken: Secret) -> Bool {
    state.withLock { state in
      defer { state.refreshToken = refreshToken }
      return state.refreshToken != refreshToken
    }
  }
}
