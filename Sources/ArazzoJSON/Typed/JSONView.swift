/// An object of a response, read through the members that its description declares.
///
/// What the server sent is all there, in ``json``. A declared member that was not sent, that is
/// `null`, or that can't be converted to its type without loss, is `nil` when it is read, and no
/// error before.
public protocol JSONView: JSONTyped, ExpressibleByDictionaryLiteral {
  /// All members, declared or not.
  var json: JSONObject { get set }
  /// Takes an object as it is.
  init(json: JSONObject)
}

extension JSONView {
  /// An object.
  public static var expected: String { "an object" }

  /// Takes any object.
  public init?(lossless json: JSONValue) {
    guard case .object(let object) = json else { return nil }
    self.init(json: object)
  }

  /// Makes an object of members under their names in JSON.
  public init(dictionaryLiteral members: (String, JSONValue?)...) {
    self.init(json: JSONObject(present: members))
  }

  /// The object as JSON.
  public var jsonValue: JSONValue { .object(json) }

  /// A member; `nil` where it is missing, `null` or of another type.
  public subscript<Value: JSONDecodable>(name: String) -> Value? {
    json[name].flatMap(Value.init(lossless:))
  }
}
