import ArazzoDescriptions
import ArazzoDocuments

/// Counts what became of the step outputs that a pointer into a response gives.
package final class TypeCensus {
  /// All of them.
  package private(set) var pointers = 0
  /// Those whose schema says what is there: a scalar, an array, members, alternatives.
  package private(set) var described = 0
  /// Of those, the ones with a better type than JSON.
  package private(set) var typed = 0
  /// Of those, the ones that are arrays of JSON: the schema does not say of what.
  package private(set) var arraysOfJSON = 0
  /// Those whose schema is an object that may hold anything: JSON, and rightly.
  package private(set) var openObjects = 0
  /// Where the outputs stand that are described and have no better type than JSON.
  package private(set) var untyped: [Location] = []

  /// Where it has been: a workflow may be compiled more than once.
  private var seen: Set<Location> = []

  package init() {}

  /// - Parameter schema: What the pointer leads to; `nil` where the description does not say.
  func note(_ schema: Schema?, _ type: TypePlan, at location: Location) {
    guard seen.insert(location).inserted else { return }
    pointers += 1
    guard let schema, schema.saysType else { return }
    guard !schema.isOpenObject else {
      openObjects += 1
      return
    }
    described += 1
    let type = type.withoutNull
    if type == .json {
      untyped.append(location)
    } else {
      typed += 1
      if type == .array(.json) { arraysOfJSON += 1 }
    }
  }
}

extension Schema {
  fileprivate var saysType: Bool {
    !kinds.isEmpty || !alternatives.isEmpty || !propertyNames.isEmpty
  }

  fileprivate var isOpenObject: Bool {
    kinds == [.object] && propertyNames.isEmpty && alternatives.isEmpty
      && additionalProperties == nil
  }
}
