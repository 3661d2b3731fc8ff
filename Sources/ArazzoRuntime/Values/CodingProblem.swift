/// What a decoder or an encoder refused, and where, without the value: servers, files and logs receive
/// the text, and the value can be a secret.
package struct CodingProblem {
  package let text: String

  /// - Returns: Nil for an error of something else.
  package init?(_ error: any Error) {
    switch error {
    case let error as DecodingError:
      let path = error.place()
      let place = path.isEmpty ? "the JSON" : "'\(path)'"
      text = "\(place) \(error.problem)"
    case EncodingError.invalidValue(let value, let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      let place = path.isEmpty ? "the value" : "'\(path)'"
      text = "\(place), of type \(type(of: value))"
    default: return nil
    }
  }

  /// A text for any error of a coder: of an unknown one, which can quote the value, only the type.
  package static func text(of error: any Error) -> String {
    CodingProblem(error)?.text ?? "\(type(of: error))"
  }

  /// A text for the error of a codec or a workflow, in its own words where it is no coder's.
  package static func text(orWordsOf error: any Error) -> String {
    CodingProblem(error)?.text ?? "\(error)"
  }
}
