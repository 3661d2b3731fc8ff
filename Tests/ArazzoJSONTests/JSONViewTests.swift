import ArazzoJSON
import Foundation
import Testing

private struct Order: JSONView {
  var json: JSONObject

  var id: String? { self["id"] }
  var count: Int? { self["count"] }
  var status: Status? { self["status"] }
  var parent: Order? { self["parent"] }
  var note: JSONValue? { self["note"] }
  var lines: [Line]? { self["lines"] }
}

private enum Status: OpenEnumeration {
  case open
  case unknown(String)

  init(rawValue: String) { self = rawValue == "open" ? .open : .unknown(rawValue) }

  var rawValue: String {
    switch self {
    case .open: "open"
    case .unknown(let text): text
    }
  }
}

private struct Outputs: Hashable, Codable {
  var status: Status?
  var others: [Status]
}

private enum Line: JSONUnion {
  case text(String)
  case order(Order)
  case other(JSONValue)

  init(json: JSONValue) {
    let known: Self? =
      switch json {
      case .string: String(lossless: json).map(Self.text)
      case .object where json["id"] != nil: Order(lossless: json).map(Self.order)
      default: nil
      }
    self = known ?? .other(json)
  }

  var jsonValue: JSONValue {
    switch self {
    case .text(let value): JSONValue(value)
    case .order(let value): JSONValue(value)
    case .other(let value): value
    }
  }
}

@Suite("Typed values of responses")
struct JSONViewTests {
  private func order(_ json: String) throws -> Order {
    try #require(Order(lossless: JSONValue(parsing: json)))
  }

  @Test("A member is converted where nothing is lost, and is missing where something would be")
  func conversion() throws {
    let order = try order(#"{"id": 12, "count": "3", "status": 7, "parent": []}"#)
    #expect(order.id == "12")
    #expect(order.count == 3)
    #expect(order.status == .unknown("7"))
    #expect(order.parent == nil)
    #expect(try self.order(#"{"count": "many", "id": null}"#).count == nil)
  }

  @Test("What is not declared is kept, and so are order, digits and null")
  func whatIsKept() throws {
    let text = #"{"z":1.50,"id":"a","extra":{"b":null},"parent":{"count":1e2}}"#
    #expect(try order(text).jsonValue.description == text)
    #expect(try order(text).parent?.count == 100)
  }

  @Test("Only an object is an object, and a text has a case whatever it is")
  func kinds() throws {
    #expect(Order(lossless: "text") == nil)
    #expect(Order.expected == "an object")
    #expect(Status(lossless: "open") == .open)
    #expect(Status(lossless: "shut") == .unknown("shut"))
    #expect(Status(lossless: ["a"]) == nil)
  }

  @Test("An alternative is told by its kind and members; anything else is other")
  func unions() throws {
    let order = try order(#"{"lines": ["a", {"id": "b"}, {"c": 1}, 4]}"#)
    let lines = try #require(order.lines)
    #expect(lines == [.text("a"), .order(["id": "b"]), .other(["c": 1]), .other(4)])
    #expect(lines.jsonValue == order.json["lines"])
  }

  @Test("Coders read and write the value as it is")
  func coding() throws {
    let order = try order(#"{"id":"a","status":"shut","lines":["x",{"id":"b"}],"note":null}"#)
    let data = try JSONEncoder().encode(order)
    #expect(try JSONDecoder().decode(Order.self, from: data) == order)
    #expect(try JSONValue(parsing: Array(data)) == order.jsonValue)
    let lines = try JSONEncoder().encode(order.lines)
    #expect(try JSONDecoder().decode([Line].self, from: lines) == order.lines)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Order.self, from: Data("[1]".utf8))
    }
  }

  @Test("An enumeration is coded as its text, wherever it stands")
  func enumerations() throws {
    let outputs = Outputs(status: .open, others: [.unknown("on hold")])
    let data = try JSONEncoder().encode(outputs)
    #expect(try JSONValue(parsing: Array(data)) == ["status": "open", "others": ["on hold"]])
    #expect(try JSONDecoder().decode(Outputs.self, from: data) == outputs)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Outputs.self, from: Data(#"{"status": {"open": {}}}"#.utf8))
    }
  }
}
