import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoForms
@_spi(Generated) @testable import ArazzoRuntime

@Suite("H1: how parameters are written")
struct ParameterStyleTests {
  static let array: JSONValue = ["blue", "black", "brown"]
  static let object: JSONValue = ["R": 100, "G": 200, "B": 150]

  /// A row of OpenAPI's table "Style Examples"; `nil` where the table has none, or where the empty
  /// value would lead to another path.
  struct Row: Sendable, CustomTestStringConvertible {
    let place: ParameterPlace
    let style: ParameterStyle
    let explode: Bool
    let written: [String?]
    var testDescription: String { "\(style.kind), explode: \(explode), in: \(place)" }

    init(
      _ place: ParameterPlace, _ style: ParameterStyle, _ explode: Bool, _ written: String?...
    ) {
      (self.place, self.style, self.explode, self.written) = (place, style, explode, written)
    }
  }

  static let table = [
    Row(
      .path, .matrix, false, ";color", ";color=blue", ";color=blue,black,brown",
      ";color=R,100,G,200,B,150"),
    Row(
      .path, .matrix, true, ";color", ";color=blue", ";color=blue;color=black;color=brown",
      ";R=100;G=200;B=150"),
    Row(.path, .label, false, nil, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
    Row(.path, .label, true, nil, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
    Row(.path, .simple, false, nil, "blue", "blue,black,brown", "R,100,G,200,B,150"),
    Row(.path, .simple, true, nil, "blue", "blue,black,brown", "R=100,G=200,B=150"),
    Row(.header, .simple, false, "", "blue", "blue,black,brown", "R,100,G,200,B,150"),
    Row(.header, .simple, true, "", "blue", "blue,black,brown", "R=100,G=200,B=150"),
    Row(
      .query, .form, false, "color=", "color=blue", "color=blue,black,brown",
      "color=R,100,G,200,B,150"),
    Row(
      .query, .form, true, "color=", "color=blue", "color=blue&color=black&color=brown",
      "R=100&G=200&B=150"),
    Row(
      .query, .spaceDelimited, false, nil, nil, "color=blue%20black%20brown",
      "color=R%20100%20G%20200%20B%20150"),
    Row(
      .query, .pipeDelimited, false, nil, nil, "color=blue%7Cblack%7Cbrown",
      "color=R%7C100%7CG%7C200%7CB%7C150"),
    Row(
      .query, .deepObject, true, nil, nil, nil,
      "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    Row(
      .cookie, .form, false, "color=", "color=blue", "color=blue,black,brown",
      "color=R,100,G,200,B,150"),
    Row(.cookie, .form, true, "color=", "color=blue", nil, nil),
    Row(
      .cookie, .cookie, false, "color=", "color=blue", "color=blue,black,brown",
      "color=R,100,G,200,B,150"),
    Row(
      .cookie, .cookie, true, "color=", "color=blue", "color=blue; color=black; color=brown",
      "R=100; G=200; B=150"),
  ]

  @Test("The table \"Style Examples\" holds for what is sent", arguments: table)
  func h1_styleExamples(row: Row) throws {
    for (value, expected) in zip(["", "blue", Self.array, Self.object], row.written) {
      guard let expected else { continue }
      #expect(try sent(value, row) == expected)
    }
  }

  /// The place's part of a request with the value as its only parameter.
  private func sent(_ value: JSONValue, _ row: Row) throws -> String? {
    let path = row.place == .path ? "/x/{color}" : "/x"
    let request = try prepared(path) { request in
      let style = row.style(explode: row.explode)
      switch row.place {
      case .path: request.setPath("color", value, style: style)
      case .query: request.setQuery("color", value, style: style)
      case .header: request.setHeader("color", value, style: style)
      case .cookie: request.setCookie("color", value, style: style)
      }
    }
    let target = request.head.path ?? ""
    switch row.place {
    case .path: return String(target.dropFirst("/v1/x/".count))
    case .query: return String(target.dropFirst("/v1/x?".count))
    case .header: return HTTPField.Name("color").flatMap { request.head.headerFields[$0] }
    case .cookie: return request.head.headerFields[.cookie]
    }
  }

  @Test("An exploded form in a cookie is cookies, for `&` is never right there")
  func h1_explodedForm() throws {
    let row = Row(.cookie, .form, true)
    #expect(try sent(Self.array, row) == "color=blue; color=black; color=brown")
    #expect(try sent("a b;c", row) == "color=a%20b%3Bc")
  }

  @Test("Members that are null are left out, and so is what is empty then")
  func h1_nullMembers() throws {
    let form = Row(.query, .form, true)
    #expect(try sent(["a", .null, "b"], form) == "color=a&color=b")
    #expect(try sent([.null], form) == "")
    #expect(try sent(["R": .null, "G": 1], form) == "G=1")
    #expect(try sent([:], form) == "")
  }

  @Test("A deep object has a bracket for each level")
  func h1_deepObjects() throws {
    let row = Row(.query, .deepObject, true)
    let value: JSONValue = ["a": ["b": "x y"], "c": [1, ["d": true]], "e": .null]
    #expect(
      try sent(value, row)
        == "color%5Ba%5D%5Bb%5D=x%20y&color%5Bc%5D%5B0%5D=1&color%5Bc%5D%5B1%5D%5Bd%5D=true")
  }

  @Test("A parameter described by `content` is JSON text, encoded for its place")
  func h1_jsonText() throws {
    #expect(
      try sent(["a": [1, "x"]], Row(.query, .json, true))
        == "color=%7B%22a%22%3A%5B1%2C%22x%22%5D%7D")
    #expect(try sent(["a": 1], Row(.header, .json, false)) == #"{"a":1}"#)
    #expect(try sent("x", Row(.path, .json, false)) == "%22x%22")
  }

  @Test(
    "Reserved characters and triples pass where that is allowed, but for those that would end the part"
  )
  func h1_allowReserved() throws {
    let request = try prepared("/x/{id}") { request in
      request.setPath("id", "a:b/c?d#e%2Ff%g", style: .simple(allowReserved: true))
      request.setQuery("q", "a:b/c?d#e%2Ff%g&h=[i]", style: .form(allowReserved: true))
    }
    #expect(
      request.head.path
        == "/v1/x/a:b%2Fc%3Fd%23e%2Ff%25g?q=a:b/c?d%23e%2Ff%25g&h=%5Bi%5D")
  }

  @Test("What is empty is sent as `name=` where that is allowed")
  func h1_allowEmpty() throws {
    let request = try prepared { request in
      request.setQuery("a", [String](), style: .form, allowEmpty: true)
      request.setQuery("b", nil as String?, style: .form, allowEmpty: true)
    }
    #expect(request.head.path == "/v1/things?a=")
  }

  @Test(
    "H2: a path in which a value could climb is refused however it is written",
    arguments: ["..", "%2e%2E", ".%2e", ""])
  func h2_reservedPathValues(value: String) {
    let error = #expect(throws: WorkflowError.self) {
      try prepared("/things/{id}") { request in
        request.setPath("id", value, style: .simple(allowReserved: true))
      }
    }
    #expect(error?.code == .invalidRequest)
  }
}
