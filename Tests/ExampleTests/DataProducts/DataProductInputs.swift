import DataProductsExample

extension RunDataProduct.Inputs {
  /// Only what is required.
  static let example = Self(context: ["segment": "retail", "months": 12])
}
