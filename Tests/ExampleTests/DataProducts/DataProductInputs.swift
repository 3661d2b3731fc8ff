import DataProductsExample
import ExampleServers
import Foundation
import Testing

extension RunDataProduct.Inputs {
  /// Only what is required.
  static let example = Self(context: ["segment": "retail", "months": 12])
}

extension DataProductsAPI {
  /// The run as an input.
  var runUUID: UUID {
    get throws { try #require(UUID(uuidString: runID)) }
  }
}
