/// What a handwritten call sends to Dust, and what it reads of the answer.
enum DustMessages {
  struct NewRun: Encodable {
    var specificationHash: String
    var inputs: [[String: String]]
    var blocking = false
    var stream = false

    enum CodingKeys: String, CodingKey {
      case specificationHash = "specification_hash"
      case inputs, blocking, stream
    }
  }

  struct Answer: Decodable {
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
}
