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
    let extract: [Extract]
  }

  let vectors: Vectors

  init() throws {
    vectors = try Conformance.read(Vectors.self, from: "runtime-expressions/vectors.json")
  }

  @Test("Valid ones are read, invalid ones refused or told as a dialect")
  func expressions() {
    for vector in vectors.expressions {
      let parsed = try? RuntimeExpression.parse(vector.expression)
      if vector.expression.hasPrefix("$message") {
        #expect(parsed == nil, "AsyncAPI is not supported: \(vector.expression)")
      } else if vector.valid {
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
}
