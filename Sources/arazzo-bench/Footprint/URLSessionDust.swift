import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What somebody would write by hand to run a Dust app over `URLSession`. The benchmark builds apps
/// with it; it does not run it.
struct URLSessionDust {
  var baseURL: URL
  var apiToken: String
  var wID: String
  var spaceID: String
  var appID: String

  /// The API has answered something else than 200, or the run has not succeeded.
  struct Failure: Error {}

  /// Starts a run and asks until it has ended; the number of its results.
  func pollToEnd(
    specificationHash: String, question: String, every delay: Duration
  ) async throws -> Int {
    let runs = "api/v1/w/\(wID)/spaces/\(spaceID)/apps/\(appID)/runs"
    let new = DustMessages.NewRun(
      specificationHash: specificationHash, inputs: [["question": question]])
    let created = try await send("POST", runs, body: JSONEncoder().encode(new))
    while true {
      let polled = try await send("GET", "\(runs)/\(created.runID)")
      if polled.status.run == "succeeded" { return polled.results?.count ?? 0 }
      guard polled.status.run == "running" else { throw Failure() }
      try await Task.sleep(for: delay)
    }
  }

  private func send(
    _ method: String, _ path: String, body: Data? = nil
  ) async throws -> DustMessages.Answer.Run {
    var request = URLRequest(url: baseURL.appending(path: path))
    request.httpMethod = method
    request.httpBody = body
    request.setValue("Bearer \(apiToken)", forHTTPHeaderField: "Authorization")
    request.setValue("application/json", forHTTPHeaderField: "Accept")
    if body != nil {
      request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    }
    let (data, response) = try await URLSession.shared.data(for: request)
    guard (response as? HTTPURLResponse)?.statusCode == 200 else { throw Failure() }
    return try JSONDecoder().decode(DustMessages.Answer.self, from: data).run
  }
}
