/// A spelling that published documents use and the specification doesn't define.
///
/// P10 isn't a case: see ``Diagnostics/undeclared(_:at:suggestion:)``. P11 is always an error.
package enum Dialect: String, Sendable, Hashable {
  case p01UnbracedExpression, p02DottedReference, p03LooseSpelling, p04JSONPathComparison
  case p05FilterOnObject, p06JSONLiteral, p07UnquotedText, p08LooseOperation, p09RetryOnSuccess
  case p12BracedWholeValue, p13ImpliedDependency, p14CalledOutput, p15NearName
  case p16SharedOperationID, p17XMLObject, p18LooseForm

  /// The message of the diagnostic.
  package var summary: String {
    switch self {
    case .p01UnbracedExpression: "an expression in a longer string needs braces"
    case .p02DottedReference: "dots and indexes after a reference are read as a JSON Pointer"
    case .p03LooseSpelling: "a runtime expression isn't spelled as the specification defines it"
    case .p04JSONPathComparison: "a comparison in a 'jsonpath' criterion is not an RFC 9535 query"
    case .p05FilterOnObject: "a filter is applied to an object"
    case .p06JSONLiteral: "a JSON value is used as a condition"
    case .p07UnquotedText: "a string in a condition needs quotes"
    case .p08LooseOperation: "an operation isn't referenced as the specification defines it"
    case .p09RetryOnSuccess: "the specification allows 'retry' only under 'onFailure'"
    case .p12BracedWholeValue:
      "the specification reads a value in braces as text; it keeps its type here"
    case .p13ImpliedDependency:
      "no step calls the workflow, and 'dependsOn' doesn't name it"
    case .p14CalledOutput:
      "the step doesn't declare the output; it is read from the called workflow"
    case .p15NearName: "a name differs from an existing one in case, '-' or '_'"
    case .p16SharedOperationID:
      "several operations have this operationId; the step's parameters select one"
    case .p17XMLObject: "an object is the payload of an XML media type"
    case .p18LooseForm: "the specification doesn't define this spelling"
    }
  }
}
