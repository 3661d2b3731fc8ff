import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What somebody would write by hand to run a Dust app over URLSession and poll it until it ends.
struct DustRun {
  var baseURL: URL
  var apiToken: String
  var wID: String
  var spaceID: String
  var appID: String

  /// The API has answered something else than 200, or the run has not succeeded.
  struct Failure: Error {}

  private struct NewRun: Encodable {
    var specificationHash: String
    var inputs: [[String: String]]
    var blocking = false
    var stream = false

    enum CodingKeys: String, CodingKey {
      case specificationHash = "specification_hash"
      case inputs, blocking, stream
    }
  }

  private struct Answer: Decodable {
    var run: Run

    struct Run: Decodable {
      var runID: String
      var status: Status
      var results: [[Result]]?

      enum CodingKeys: String, CodingKey {
        case runID = "run_id"
        case status, results
      }
    }

    struct Status: Decodable { var run: String }

    struct Result: Decodable {
      var value: [String: String]?
      var error: String?
    }
  }

  /// Starts a run and asks until it has ended; the number of its results.
  func run(specificationHash: String, question: String) async throws -> Int {
    let runs = "api/v1/w/\(wID)/spaces/\(spaceID)/apps/\(appID)/runs"
    let new = NewRun(specificationHash: specificationHash, inputs: [["question": question]])
    let created = try await send("POST", runs, body: JSONEncoder().encode(new))
    while true {
      let polled = try await send("GET", "\(runs)/\(created.runID)")
      if polled.status.run == "succeeded" { return polled.results?.count ?? 0 }
      guard polled.status.run == "running" else { throw Failure() }
      try await Task.sleep(for: .seconds(1))
    }
  }

  private func send(
    _ method: String, _ path: String, body: Data? = nil
  ) async throws -> Answer.Run {
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
    return try JSONDecoder().decode(Answer.self, from: data).run
  }
}
