/// A spelling that published documents use and the specification doesn't define.
///
/// P10 isn't a case: see ``Diagnostics/undeclared(_:at:suggestion:)``. P11 is always an error.
package enum Dialect: String, Sendable, Hashable {
  case p01UnbracedExpression, p02DottedReference, p03LooseSpelling, p04JSONPathComparison
  case p05FilterOnObject, p06JSONLiteral, p07UnquotedText
  case p08LooseOperation, p08LooseOperationID, p08OperationOfSeveralSources, p09RetryOnSuccess
  case p12BracedWholeValue, p13ImpliedDependency, p14CalledOutput, p15NearName
  case p16SharedOperationID, p17XMLObject
  case p18BarePointer, p18CaseFlag, p18FormText, p18IgnoredContext

  /// The message of the diagnostic.
  package var summary: String {
    switch self {
    case .p01UnbracedExpression: "an expression in a longer string needs braces"
    case .p02DottedReference:
      "a path into a value is written as a JSON Pointer, not with dots and indexes"
    case .p03LooseSpelling: "the specification spells this runtime expression differently"
    case .p04JSONPathComparison: "a comparison in a 'jsonpath' criterion is not an RFC 9535 query"
    case .p05FilterOnObject:
      "a filter selects members, and this context is an object; the filter is tested on the object "
        + "itself"
    case .p06JSONLiteral: "a JSON value isn't a condition; the context is compared with it"
    case .p07UnquotedText: "a string in a condition needs quotes"
    case .p08LooseOperation:
      "'operationPath' must be the URL of a source description and a JSON Pointer"
    case .p08LooseOperationID:
      "an operationId after the name of its source description begins with '$sourceDescriptions.'"
    case .p08OperationOfSeveralSources:
      "an operationId of several source descriptions needs the name of one of them"
    case .p09RetryOnSuccess: "the specification allows 'retry' only under 'onFailure'"
    case .p12BracedWholeValue:
      "'{$…}' makes a string by the specification, but the API expects another type; the value keeps "
        + "its type"
    case .p13ImpliedDependency:
      "no step calls the workflow, and 'dependsOn' doesn't name it"
    case .p14CalledOutput:
      "the step doesn't declare the output; it is read from the called workflow"
    case .p15NearName: "a name differs from an existing one in case, '-' or '_'"
    case .p16SharedOperationID:
      "several operations have this operationId; arazzo-gen takes the one whose path parameters the "
        + "step sets"
    case .p17XMLObject:
      "the payload of an XML media type is text; this object is written as its schema's 'xml' says"
    case .p18BarePointer: "'#' is missing before the JSON Pointer"
    case .p18CaseFlag: "'(?i)' isn't a flag in ECMA-262; the whole pattern ignores case"
    case .p18FormText:
      "the payload of a form is a mapping of its fields; the text is sent as the encoded form"
    case .p18IgnoredContext: "a criterion of type 'simple' has no 'context'; it is ignored"
    }
  }
}
