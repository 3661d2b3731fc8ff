import Testing
import ArazzoCompiler

@testable import ArazzoSwiftEmitter

/// A plan that is emitted, compared and compiled.
struct Sample: Sendable, CustomTestStringConvertible {
  let plan: DocumentPlan
  var access = SwiftEmitter.Options.Access.public

  var testDescription: String { plan.fileName }

  static let all = [
    Sample(plan: .dust), Sample(plan: .shop, access: .internal),
    Sample(plan: .hostile, access: .package),
  ]
}
