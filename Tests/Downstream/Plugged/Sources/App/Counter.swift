import ArazzoRuntime

/// Where coffee is ordered.
public struct Counter {
  private let client: WorkflowClient

  /// A counter whose orders go through a client.
  public init(client: WorkflowClient) { self.client = client }

  /// Orders a coffee.
  ///
  /// - Returns: What the order is called.
  public func order(_ kind: String) async throws -> String {
    try await Cafe.orderCoffee(.init(kind: kind), client: client).name
  }
}
