/// What a stand-in has received so far.
actor RequestLog {
  private(set) var requests: [RecordedRequest] = []

  /// Records a request.
  ///
  /// - Returns: The requests before it.
  func append(_ request: RecordedRequest) -> [RecordedRequest] {
    defer { requests.append(request) }
    return requests
  }
}
