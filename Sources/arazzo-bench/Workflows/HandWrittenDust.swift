import ArazzoRuntime
import Foundation
import HTTPTypes

/// What somebody would write by hand to run a Dust app.
struct HandWrittenDust {
  var baseURL: URL
  var transport: any HTTPTransport
  var apiToken: String
  var wID: String
  var spaceID: String
  var appID: String

  /// The API has answered something else than 200, or the run has not succeeded.
  struct Failure: Error {}

  /// Starts a run and asks once what has become of it; the number of its results.
  func runToEnd(specificationHash: String, question: String) async throws -> Int {
    let runs = "/api/v1/w/\(wID)/spaces/\(spaceID)/apps/\(appID)/runs"
    let new = DustMessages.NewRun(
      specificationHash: specificationHash, inputs: [["question": question]])
    let created = try await send(.post, runs, body: Array(JSONEncoder().encode(new)))
    let polled = try await send(.get, "\(runs)/\(created.runID)")
    guard polled.status.run == "succeeded" else { throw Failure() }
    return polled.results?.count ?? 0
  }

  /// Starts a run and asks until it has ended.
  func pollToEnd(
    specificationHash: String, question: String, every delay: Duration
  ) async throws {
    let runs = "/api/v1/w/\(wID)/spaces/\(spaceID)/apps/\(appID)/runs"
    let new = DustMessages.NewRun(
      specificationHash: specificationHash, inputs: [["question": question]])
    let created = try await send(.post, runs, body: Array(JSONEncoder().encode(new)))
    while true {
      let polled = try await send(.get, "\(runs)/\(created.runID)")
      if polled.status.run == "succeeded" { return }
      guard polled.status.run == "running" else { throw Failure() }
      try await Task.sleep(for: delay)
    }
  }

  private func send(
    _ method: HTTPRequest.Method, _ path: String, body: [UInt8]? = nil
  ) async throws -> DustMessages.Answer.Run {
    var request = HTTPRequest(
      method: method, scheme: baseURL.scheme,
      authority: "\(baseURL.host() ?? ""):\(baseURL.port ?? 80)", path: path)
    request.headerFields[.authorization] = "Bearer \(apiToken)"
    request.headerFields[.accept] = "application/json"
    if body != nil { request.headerFields[.contentType] = "application/json" }
    let response = try await transport.send(
      request, body: body, bodyLimit: 64 * 1024 * 1024)
    guard response.head.status.code == 200 else { throw Failure() }
    return try JSONDecoder().decode(DustMessages.Answer.self, from: Data(response.body)).run
  }
}
