import Foundation
import Testing

@_spi(Generated) @testable import ArazzoForms
@_spi(Generated) @testable import ArazzoRuntime

@Suite("On the wire: parameters (H1)")
struct StyleWireTests {
  @Test(
    "The table \"Style Examples\" holds byte for byte", arguments: ParameterStyleTests.table)
  func h1_styleExamples(row: ParameterStyleTests.Row) async throws {
    let values: [JSONValue] = ["", "blue", ParameterStyleTests.array, ParameterStyleTests.object]
    for (value, expected) in zip(values, row.written) {
      guard let expected else { continue }
      let requests = try await sent("GET", row.place == .path ? "/x/{color}" : "/x") {
        request in
        let style = row.style(explode: row.explode)
        switch row.place {
        case .path: request.setPath("color", value, style: style)
        case .query: request.setQuery("color", value, style: style)
        case .header: request.setHeader("color", value, style: style)
        case .cookie: request.setCookie("color", value, style: style)
        }
      }
      let request = try #require(requests.first)
      switch row.place {
      case .path: #expect(request.line == "GET /x/\(expected)")
      case .query: #expect(request.line == "GET /x?\(expected)")
      case .header: #expect(request.fields("color") == [expected])
      case .cookie: #expect(request.fields("Cookie") == [expected])
      }
    }
  }

  /// A text with everything that means something in a URL, a form or a header.
  static let hostile = "a b+c%d/e?f#g&h=i;j,k:l@m!n$o'p(q)r*s\"t<u>v|w[x]y{z}~é"

  @Test("Every place encodes what would mean something there, by RFC 3986")
  func h1_percentEncoding() async throws {
    let text = Self.hostile
    let encoded =
      "a%20b%2Bc%25d%2Fe%3Ff%23g%26h%3Di%3Bj%2Ck%3Al%40m%21n%24o%27p%28q%29r%2As%22t%3Cu%3Ev%7Cw"
      + "%5Bx%5Dy%7Bz%7D~%C3%A9"
    let requests = try await sent("GET", "/x/{p}") { request in
      request.setPath("p", text)
      request.setQuery("q", text)
      request.setQuery("r", text, style: .form(allowReserved: true))
      request.setCookie("c", text)
    }
    let request = try #require(requests.first)
    let reserved =
      "a%20b+c%25d/e?f%23g&h=i;j,k:l@m!n$o'p(q)r*s%22t%3Cu%3Ev%7Cw%5Bx%5Dy%7Bz%7D~%C3%A9"
    #expect(request.line == "GET /x/\(encoded)?q=\(encoded)&r=\(reserved)")
    #expect(request.fields("Cookie") == ["c=\(encoded)"])
  }

  @Test("What a document writes stays as it is, but for what no URL can hold")
  func h1_literals() async throws {
    let requests = try await sent("GET", "/x[1]/100%/%41é/{p}") { request in
      request.setPath("p", "%41")
      request.setQueryString("filter[a]=%20b c&d=100%&e=ü|'")
    }
    #expect(
      requests.first?.line
        == "GET /x%5B1%5D/100%25/%41%C3%A9/%2541?filter%5Ba%5D=%20b%20c&d=100%25&e=%C3%BC%7C'")
  }

  @Test("The names are encoded too")
  func h1_names() async throws {
    let requests = try await sent("GET") { request in
      request.setQuery("filter[a b]", ["x&y": "z"] as JSONValue, style: .deepObject)
      request.setQuery("m", ["a=b": "c"] as JSONValue, style: .form)
    }
    #expect(requests.first?.line == "GET /x?filter%5Ba%20b%5D%5Bx%26y%5D=z&a%3Db=c")
  }

  @Test("What is empty is sent as `name=` where that is allowed, and left out elsewhere")
  func h1_allowEmpty() async throws {
    let requests = try await sent("GET") { request in
      request.setQuery("a", [] as JSONValue, style: .form, allowEmpty: true)
      request.setQuery("b", [] as JSONValue)
      request.setQuery("c", "")
      request.setQuery("d", ["k": [1]] as JSONValue, style: .json)
    }
    #expect(requests.first?.line == "GET /x?a=&c=&d=%7B%22k%22%3A%5B1%5D%7D")
  }
}
