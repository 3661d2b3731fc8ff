/// An error in words without the value, which can be a secret. The descriptions of Swift and Foundation
/// quote it.
extension DecodingError {
  /// Where the value is, such as `door.floors[2]`; empty for the whole document.
  ///
  /// - Parameter outer: The path of the document inside another one.
  package func place(inside outer: [String] = []) -> String {
    let path: [any CodingKey] =
      switch self {
      case .keyNotFound(let key, let context): context.codingPath + [key]
      case .valueNotFound(_, let context), .typeMismatch(_, let context),
        .dataCorrupted(let context):
        context.codingPath
      @unknown default: []
      }
    return path.reduce(outer.joined(separator: ".")) { place, key in
      if let index = key.intValue { return "\(place)[\(index)]" }
      return place.isEmpty ? key.stringValue : "\(place).\(key.stringValue)"
    }
  }

  /// What one of this project's decoders found, in words that quote no text of the value. It is the
  /// underlying error.
  struct OwnProblem: Error {
    let words: String
  }

  /// What is wrong there, such as `must be a string`.
  package var problem: String {
    switch self {
    case .keyNotFound: "is missing"
    case .valueNotFound: "must not be null"
    case .typeMismatch(let type, _): "must be \(Self.kind(type))"
    case .dataCorrupted(let context):
      (context.underlyingError as? OwnProblem)?.words ?? "is not valid"
    @unknown default: "can't be read"
    }
  }

  private static func kind(_ type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a string"
    case is Bool.Type: "true or false"
    case is any BinaryInteger.Type: "an integer"
    case is any BinaryFloatingPoint.Type: "a number"
    case is [Any].Type: "an array"
    case is [String: Any].Type: "an object"
    default: "of the type in the schema"
    }
  }
}
