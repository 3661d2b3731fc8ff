import ArazzoRuntime

/// A place in an XML payload and the value that goes there.
public struct XMLReplacement: Sendable {
  let path: XPath
  let value: (any JSONRepresentable)?
  let expression: String

  /// Replaces the text of every node that a path finds, see ``XMLTree/setText(_:at:)``.
  ///
  /// A missing value leaves the payload as it is; scalars go in as they read, arrays and objects as
  /// JSON.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - expression: The path as the document has it, for errors.
  ///   - value: What goes there.
  public init(_ path: XPath, as expression: String, with value: (any JSONRepresentable)?) {
    (self.path, self.expression, self.value) = (path, expression, value)
  }
}

extension StepRequest {
  /// An XML payload with replacements, each made on the result of the one before.
  ///
  /// - Returns: The document as text; `nil` where there is no payload.
  /// - Throws: Where the payload is no XML and where a path finds nothing.
  public func xml(
    _ payload: (any JSONRepresentable)?, replacing replacements: XMLReplacement...
  ) throws(WorkflowError) -> String? {
    guard let text = payload?.jsonValue.text else { return nil }
    var document: XMLTree
    do {
      document = try XMLTree(parsing: text)
    } catch {
      throw invalid("the payload is no XML (line \(error.line), column \(error.column))")
    }
    for replacement in replacements {
      guard let value = replacement.value?.jsonValue else { continue }
      do {
        try document.setText(value.text, at: replacement.path)
      } catch {
        throw invalid("the replacement at \"\(replacement.expression)\": \(error)")
      }
    }
    return document.description
  }
}
