public import ArazzoRuntime
import Foundation
public import HTTPTypes

/// A transport that responds to requests from a script, one line for each request, and records
/// them.
///
/// ```swift
/// let transport = ScriptedTransport([
///   .on("POST", "/runs", .json(["id": "r-1"], status: 201)),
///   .on("GET", "/runs/r-1", .json(["state": "running"])),
///   .on("GET", "/runs/r-1", .json(["state": "done"])),
/// ])
/// ```
///
/// A request that does not match the next line, or comes after the last one, fails its step with a
/// ``ScriptError``. ``remaining`` is the number of unused lines. A script that ends with
/// ``Line/always(_:)`` responds to any number of requests.
public final class ScriptedTransport: HTTPTransport {
  /// A line of a script.
  public struct Line: Sendable {
    let method: String?
    let path: String?
    let response: ScriptedResponse
    let repeats: Bool

    /// A line for a request with this method and path, whatever its query. A path that ends in `*`
    /// matches every path with that prefix.
    public static func on(_ method: String, _ path: String, _ response: ScriptedResponse) -> Self {
      Self(method: method.uppercased(), path: path, response: response, repeats: false)
    }

    /// A line for any request.
    public static func any(_ response: ScriptedResponse) -> Self {
      Self(method: nil, path: nil, response: response, repeats: false)
    }

    /// The last line of a script, for any number of requests.
    public static func always(_ response: ScriptedResponse) -> Self {
      Self(method: nil, path: nil, response: response, repeats: true)
    }
  }

  private struct Progress: Sendable {
    var lines: ArraySlice<Line>
    var requests: [RecordedRequest] = []
  }

  private let progress: Locked<Progress>

  /// Creates a transport for a script.
  public init(_ lines: [Line]) { progress = Locked(Progress(lines: lines[...])) }

  /// All requests so far, in order.
  public var requests: [RecordedRequest] { progress.withLock { $0.requests } }

  /// The number of unused lines, without a line that repeats.
  public var remaining: Int { progress.withLock { $0.lines.count { !$0.repeats } } }

  /// Responds with the next line.
  public func send(
    _ request: HTTPRequest, body: [UInt8]?, bodyLimit: Int
  ) async throws -> HTTPTransportResponse {
    try Task.checkCancellation()
    let request = RecordedRequest(head: request, body: body)
    let response = try await next(for: request).get().get()
    guard response.body.count <= bodyLimit else { throw HTTPTransportError.bodyTooLarge }
    return response
  }

  private func next(for request: RecordedRequest) -> Result<ScriptedResponse, ScriptError> {
    progress.withLock { progress in
      progress.requests.append(request)
      guard let line = progress.lines.first else {
        return .failure(
          ScriptError("unexpected request '\(request)': the script has no more lines"))
      }
      guard line.isFor(request) else {
        return .failure(
          ScriptError("expected the request '\(line.expectation)', received '\(request)'"))
      }
      if !line.repeats { progress.lines.removeFirst() }
      return .success(line.response)
    }
  }
}

extension ScriptedTransport.Line {
  fileprivate func isFor(_ request: RecordedRequest) -> Bool {
    guard method == nil || method == request.method else { return false }
    guard let path else { return true }
    return path.hasSuffix("*")
      ? request.path.hasPrefix(path.dropLast()) : request.path == path
  }

  fileprivate var expectation: String { "\(method ?? "any") \(path ?? "request")" }
}

/// The error of a transport that has no response to a request.
public struct ScriptError: Error, Sendable, CustomStringConvertible {
  /// The expected request and the actual one.
  public let description: String

  init(_ description: String) { self.description = description }
}
