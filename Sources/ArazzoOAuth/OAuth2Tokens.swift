import ArazzoRuntime
import Foundation

/// An access token, and until when it is used.
struct AccessToken: Sendable {
  let secret: Secret
  /// Shortly before it expires; `nil` if the server doesn't say when.
  let end: Date?
  /// The refresh token that came with it.
  var refreshToken: Secret?
}

/// The tokens of an OAuth 2 client, and the workflows that wait for one.
///
/// At most one request for the same token is sent at a time. It is no part of the task of a
/// workflow: a workflow that is cancelled stops waiting, and the others get the token.
final class OAuth2Tokens: Sendable {
  private typealias Waiter = CheckedContinuation<Secret, any Error>

  private struct Entry: Sendable {
    var token: AccessToken?
    /// The workflows that wait for the token, by their tickets; `nil` if no request is on its way.
    var waiters: [Int: Waiter]?

    /// The token, unless it is the rejected one or expires.
    func token(insteadOf rejected: Secret?, at date: Date) -> Secret? {
      guard let token, token.secret != rejected else { return nil }
      if let end = token.end, end <= date { return nil }
      return token.secret
    }
  }

  private struct State: Sendable {
    var entries: [TokenSource: Entry] = [:]
    var refreshToken: Secret?
    var lastTicket = 0
  }

  private let state: Locked<State>

  init(_ refreshToken: Secret? = nil) { state = Locked(State(refreshToken: refreshToken)) }

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
    _ request: @escaping @Sendable () async throws(TokenFailure) -> AccessToken
  ) async throws -> Secret {
    let ticket = state.withLock { state in
      state.lastTicket += 1
      return state.lastTicket
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { waiter in
        switch add(waiter, ticket, source, insteadOf: rejected, at: date) {
        case .known(let token): waiter.resume(returning: token)
        case .first: start(request, source)
        case .waits: break
        }
        // The handler has run already if the task was cancelled before the waiter was added.
        if Task.isCancelled { cancel(ticket, source) }
      }
    } onCancel: {
      cancel(ticket, source)
    }
  }

  private enum Place { case known(Secret), first, waits }

  private func add(
    _ waiter: Waiter, _ ticket: Int, _ source: TokenSource, insteadOf rejected: Secret?,
    at date: Date
  ) -> Place {
    state.withLock { state in
      var entry = state.entries[source] ?? Entry()
      defer { state.entries[source] = entry }
      guard entry.waiters == nil else {
        entry.waiters?[ticket] = waiter
        return .waits
      }
      // Another workflow may have received one in the meantime.
      if let token = entry.token(insteadOf: rejected, at: date) { return .known(token) }
      entry.waiters = [ticket: waiter]
      return .first
    }
  }

  private func cancel(_ ticket: Int, _ source: TokenSource) {
    let waiter = state.withLock { $0.entries[source]?.waiters?.removeValue(forKey: ticket) }
    waiter?.resume(throwing: CancellationError())
  }

  private func start(
    _ request: @escaping @Sendable () async throws(TokenFailure) -> AccessToken,
    _ source: TokenSource
  ) {
    // Detached: a task that inherits would keep the task-local values of one of the workflows.
    Task.detached { [self] in
      let result: Result<AccessToken, TokenFailure>
      do throws(TokenFailure) { result = .success(try await request()) } catch {
        result = .failure(error)
      }
      let waiters = finish(source, with: try? result.get())
      for waiter in waiters { waiter.resume(with: result.map(\.secret).mapError { $0 }) }
    }
  }

  private func finish(_ source: TokenSource, with token: AccessToken?) -> [Waiter] {
    state.withLock { state in
      defer {
        state.entries[source]?.waiters = nil
        state.entries[source]?.token = token
      }
      return Array((state.entries[source]?.waiters ?? [:]).values)
    }
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
