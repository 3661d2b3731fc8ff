/// What a stand-in has received so far.
actor RequestLog {
  private(set) var requests: [ReceivedRequest] = []

  /// Records a request.
  ///
  /// - Returns: The requests before it.
  func append(_ request: ReceivedRequest) -> [ReceivedRequest] {
    defer { requests.append(request) }
    return requests
  }
}
