/// A spelling that published documents use though the specification does not have it.
///
/// P10 is not counted here: see ``Diagnostics/undeclared(_:at:suggestion:)``; P11 is an error.
package enum Dialect: String, Sendable, Hashable {
  case p01UnbracedExpression, p02DottedReference, p03LooseSpelling, p04JSONPathComparison
  case p05FilterOnObject, p06JSONLiteral, p07UnquotedText, p08LooseOperation, p09RetryOnSuccess
  case p12BracedWholeValue, p13ImpliedDependency, p14CalledOutput, p15NearName
  case p16SharedOperationID, p17XMLObject, p18LooseForm

  /// The sentence that the diagnostic starts with.
  package var summary: String {
    switch self {
    case .p01UnbracedExpression: "an expression inside a longer string is not braced"
    case .p02DottedReference: "dots and indexes after a reference are read as a JSON Pointer"
    case .p03LooseSpelling: "a runtime expression is not spelled as the specification has it"
    case .p04JSONPathComparison: "a comparison in a 'jsonpath' criterion is not an RFC 9535 query"
    case .p05FilterOnObject: "a filter is applied to an object"
    case .p06JSONLiteral: "a JSON value stands as a condition"
    case .p07UnquotedText: "a string in a condition is not quoted"
    case .p08LooseOperation: "an operation is not named as the specification has it"
    case .p09RetryOnSuccess: "'retry' stands under 'onSuccess'"
    case .p12BracedWholeValue: "a whole value in braces is text by the specification"
    case .p13ImpliedDependency:
      "a workflow is read that no step calls and 'dependsOn' does not name"
    case .p14CalledOutput:
      "an output of the called workflow is read as one of the step that calls it"
    case .p15NearName: "a name differs from the one that exists in case, '-' or '_'"
    case .p16SharedOperationID:
      "several operations have the operationId; the parameters of the step settle which is meant"
    case .p17XMLObject: "an object is the payload of an XML media type"
    case .p18LooseForm: "what is plainly meant is not written as the specification has it"
    }
  }
}
