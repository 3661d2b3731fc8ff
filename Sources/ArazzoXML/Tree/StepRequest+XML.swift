@_spi(Generated) import ArazzoRuntime

/// A replacement in an XML payload.
@_spi(Generated) public struct XMLReplacement: Sendable {
  let path: XPath
  let value: (any JSONRepresentable)?
  let expression: String

  /// Replaces the text of every node that a path selects; see ``XMLTree/setText(_:at:)``.
  ///
  /// A missing value keeps the payload. Scalars are inserted as text, arrays and objects as JSON.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - expression: The path as written in the document, for errors.
  ///   - value: The new text.
  public init(_ path: XPath, as expression: String, with value: (any JSONRepresentable)?) {
    (self.path, self.expression, self.value) = (path, expression, value)
  }
}

extension StepRequest {
  /// An XML payload with replacements, each applied to the result of the previous one.
  ///
  /// - Returns: The document as text; `nil` if there is no payload.
  ///   The request is refused if the payload is not XML, or a path selects nothing.
  public func xml(
    _ payload: (any JSONRepresentable)?, replacing replacements: XMLReplacement...
  ) -> String? {
    attempt { () throws(WorkflowError) -> String? in
      guard let text = payload?.jsonValue.text else { return nil }
      var document: XMLTree
      do throws(XMLError) {
        document = try XMLTree(parsing: text)
      } catch {
        throw invalid("the payload isn't XML (line \(error.line), column \(error.column))")
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
    } ?? nil
  }
}
