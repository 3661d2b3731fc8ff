import Testing

@testable import ArazzoExpressions

@Suite(
  "Public vectors of runtime expressions", .enabled(if: Conformance.isPresent, Conformance.reason))
struct RuntimeExpressionVectorTests {
  struct Vectors: Decodable {
    struct Expression: Decodable {
      let expression: String
      let valid: Bool
    }
    struct Extract: Decodable {
      let input: String
      let expressions: [String]
    }
    let expressions: [Expression]
    struct Interpolate: Decodable {
      let input: String
      let values: [String: String]?
      let everyExpression: String?
      let result: String

      enum CodingKeys: String, CodingKey {
        case input, values, result
        case everyExpression = "every_expression_is"
      }
    }
    let extract: [Extract]
    let interpolate: [Interpolate]
  }

  let vectors: Vectors

  init() throws {
    vectors = try Conformance.read(Vectors.self, from: "runtime-expressions/vectors.json")
  }

  @Test("Valid ones are read, invalid ones refused or told as a dialect")
  func expressions() {
    for vector in vectors.expressions {
      let parsed = try? RuntimeExpression.parse(vector.expression)
      if vector.valid {
        #expect(parsed?.dialects.isEmpty == true, "\(vector.expression)")
      } else if let parsed {
        #expect(!parsed.dialects.isEmpty, "\(vector.expression)")
      }
    }
    print("runtime expression vectors: \(vectors.expressions.count)")
  }

  /// Texts of which that library's embedding grammar makes nothing at all because of a stray brace,
  /// and one that is an error here.
  let judgedOtherwise: Set = ["{{$url}}", "{$url}}", "{$unknown.type}"]

  @Test("Embedded ones are found where they stand")
  func extract() throws {
    for vector in vectors.extract where !judgedOtherwise.contains(vector.input) {
      let expected = try vector.expressions.map { try RuntimeExpression.parse($0) }
      #expect(try StringTemplate.parse(vector.input).expressions == expected, "\(vector.input)")
    }
    print("embedding vectors: \(vectors.extract.count - judgedOtherwise.count)")
  }

  @Test("Values take the place of embedded ones, and nothing in a value is read again")
  func interpolate() throws {
    let vectors = vectors.interpolate.filter { !judgedOtherwise.contains($0.input) }
    for vector in vectors {
      let values = try (vector.values ?? [:]).map { (try RuntimeExpression.parse($0), $1) }
      let text = try StringTemplate.parse(vector.input).interpolated { parsed in
        vector.everyExpression ?? values.first { $0.0 == parsed }?.1 ?? "?"
      }
      #expect(text == vector.result, "\(vector.input)")
    }
    print("interpolation vectors: \(vectors.count)")
  }
}

extension StringTemplate {
  fileprivate func interpolated(_ value: (ParsedExpression) -> String) -> String {
    switch self {
    case .expression(let parsed): value(parsed)
    case .text(let text): text
    case .parts(let parts):
      parts.map { part in
        switch part {
        case .text(let text): text
        case .expression(let parsed, _, _): value(parsed)
        }
      }.joined()
    }
  }
}
