/// Where coffee is ordered.
struct Counter {
  let client: WorkflowClient

  /// Orders a coffee.
  ///
  /// - Returns: What the order is called.
  func order(_ kind: String) async throws -> String {
    try await orderCoffee(.init(kind: kind), client: client).name
  }
}
