/// An object of a response with typed access to its declared members.
///
/// ``json`` contains everything that was received. A declared member is `nil` if it is missing,
/// `null`, or not convertible to its type without loss; it is converted on access.
public protocol JSONView: JSONTyped, ExpressibleByDictionaryLiteral {
  /// All members, declared or not.
  var json: JSONObject { get set }
  /// Creates a view of an object.
  init(json: JSONObject)
}

extension JSONView {
  /// An object.
  public static var expected: String { "an object" }

  /// Accepts any object.
  public init?(lossless json: JSONValue) {
    guard case .object(let object) = json else { return nil }
    self.init(json: object)
  }

  /// Creates an object from members under their JSON names.
  public init(dictionaryLiteral members: (String, JSONValue?)...) {
    self.init(json: JSONObject(present: members))
  }

  /// The object as JSON.
  public var jsonValue: JSONValue { .object(json) }

  /// A member; `nil` if it is missing, `null` or of another type.
  public subscript<Value: JSONDecodable>(name: String) -> Value? {
    json[name].flatMap(Value.init(lossless:))
  }
}
