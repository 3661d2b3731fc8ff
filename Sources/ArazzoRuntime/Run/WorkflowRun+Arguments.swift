import Foundation

extension WorkflowRun {
  /// A value that a step requires. Throws if it is missing, and names `expression`.
  public func required<T>(
    _ value: T?, _ expression: String, of step: String
  ) throws(WorkflowError) -> T {
    guard let value else {
      throw context(of: step).error(.missingValue, "\(expression) is missing")
    }
    return value
  }

  /// A JSON value as an input of a called workflow. Throws if it is missing or has another type.
  public func argument<T: Decodable>(
    _ name: String, of step: String, _ value: JSONValue?
  ) throws(WorkflowError) -> T {
    if let value: T = try optionalArgument(name, of: step, value) { return value }
    throw context(of: step).error(
      .missingValue, "the input '\(name)' of the called workflow has no value")
  }

  /// A JSON value as an optional input of a called workflow. `null` counts as missing if the type
  /// has no `null`.
  public func optionalArgument<T: Decodable>(
    _ name: String, of step: String, _ value: JSONValue?
  ) throws(WorkflowError) -> T? {
    guard let value else { return nil }
    if let lossless = (T.self as? any JSONDecodable.Type)?.init(lossless: value) as? T {
      return lossless
    }
    do {
      return try JSONDecoder().decode(T.self, from: Data(value.serialized()))
    } catch {
      if value == .null { return nil }
      let wanted = (T.self as? any JSONDecodable.Type)?.expected ?? "a value of type \(T.self)"
      throw context(of: step).error(
        .invalidRequest,
        "the input '\(name)' of the called workflow must be \(wanted), found \(value.kind)",
        underlyingError: error)
    }
  }
}
