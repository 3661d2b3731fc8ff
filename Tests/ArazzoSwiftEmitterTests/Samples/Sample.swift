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
    Sample(plan: .dust.withTools), Sample(plan: .shop.withTools, access: .internal),
    Sample(plan: .hostile.withTools, access: .package, isTidy: false),
  ]
}

extension DocumentPlan {
  /// The plan with its workflows as tools.
  fileprivate var withTools: DocumentPlan {
    var plan = self
    plan.describeTools()
    return plan
  }
}
