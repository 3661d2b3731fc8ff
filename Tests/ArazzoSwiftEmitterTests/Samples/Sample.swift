import Testing
import ArazzoCompiler

@testable import ArazzoSwiftEmitter

/// A plan that is emitted, compared and compiled.
struct Sample: Sendable, CustomTestStringConvertible {
  let plan: DocumentPlan
  var access = SwiftEmitter.Options.Access.public
  /// Whether names and texts are such that swift format finds nothing.
  var isTidy = true

  var testDescription: String { plan.fileName }

  static let all = [
    Sample(plan: .dust), Sample(plan: .shop, access: .internal),
    Sample(plan: .hostile, access: .package, isTidy: false),
  ]
}
