@_spi(Generated) import ArazzoRuntime

@_spi(Generated) extension ResponseBody {
  /// The document in a string; `nil` for any other value.
  public var xml: XMLTree? { try? XMLTree(parsing: bytes) }
}

@_spi(Generated) extension JSONRepresentable {
  /// The document that a string holds; `nil` for any other value.
  public var xml: XMLTree? {
    guard case .string(let text) = jsonValue else { return nil }
    return try? XMLTree(parsing: text)
  }
}

@_spi(Generated) extension StepResponse {
  /// Fails the step unless a criterion about the XML body holds. If the body is not XML, the error
  /// says so (rule C8).
  public func check(xpath criterion: String, _ holds: Bool) throws(WorkflowError) {
    guard !holds else { return try check(criterion, true) }
    throw failure(xpath: criterion)
  }

  /// The error of a step whose criterion about the XML body does not hold.
  public func failure(xpath criterion: String) -> WorkflowError {
    do throws(XMLError) {
      _ = try XMLTree(parsing: body.bytes)
      return failure(criterion)
    } catch {
      // No word of the body itself (rule H8).
      let place = "line \(error.line), column \(error.column)"
      return failure(criterion, because: "the body isn't XML (\(place))")
    }
  }
}
