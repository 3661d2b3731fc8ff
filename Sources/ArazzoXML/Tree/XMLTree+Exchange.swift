import ArazzoRuntime

extension ResponseBody {
  /// The body as XML, whatever its media type; `nil` where it is not well-formed.
  ///
  /// It is read anew each time.
  public var xml: XMLTree? { try? XMLTree(parsing: bytes) }
}

extension JSONRepresentable {
  /// The document that a string holds; `nil` for any other value.
  public var xml: XMLTree? {
    guard case .string(let text) = jsonValue else { return nil }
    return try? XMLTree(parsing: text)
  }
}

extension StepResponse {
  /// Fails the step unless its criterion about the body as XML holds; where the body is no XML, the
  /// error says so (rule C8).
  public func check(xpath criterion: String, _ holds: Bool) throws(WorkflowError) {
    guard !holds else { return try check(criterion, true) }
    throw failure(xpath: criterion)
  }

  /// The error of a step whose criterion about the body as XML does not hold.
  public func failure(xpath criterion: String) -> WorkflowError {
    do throws(XMLError) {
      _ = try XMLTree(parsing: body.bytes)
      return failure(criterion)
    } catch {
      // No word of the body itself (rule H8).
      let place = "line \(error.line), column \(error.column)"
      return failure(criterion, because: "the body is no XML (\(place))")
    }
  }
}
