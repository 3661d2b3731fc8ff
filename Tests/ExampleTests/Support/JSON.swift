import ArazzoRuntime
import ExampleServers
import Foundation

/// What a value encodes to, as a JSON value.
func json(of value: some Encodable) throws -> JSONValue {
  try JSONValue(parsing: Array(JSONEncoder().encode(value)))
}

/// A value from JSON text.
func decode<Value: Decodable>(_ text: String, as _: Value.Type = Value.self) throws -> Value {
  try JSONDecoder().decode(Value.self, from: Data(text.utf8))
}

/// A value after it was saved as JSON and read again.
func saved<Value: Codable>(_ value: Value) throws -> Value {
  try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
}

extension ReceivedRequest {
  /// The body as JSON; nil when there was none.
  var json: JSONValue? {
    get throws { body.isEmpty ? nil : try JSONValue(parsing: body) }
  }
}

extension ReceivedRequest {
  /// The body as text.
  var text: String { String(decoding: body, as: UTF8.self) }
}
