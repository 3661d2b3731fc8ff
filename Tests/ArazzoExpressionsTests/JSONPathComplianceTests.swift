import Testing

@testable import ArazzoExpressions

@Suite(
  "The JSONPath compliance test suite", .enabled(if: Conformance.isPresent, Conformance.reason))
struct JSONPathComplianceTests {
  struct Cases: Decodable {
    struct Case: Decodable {
      let name: String
      let selector: String
      let isInvalid: Bool?

      enum CodingKeys: String, CodingKey {
        case name, selector
        case isInvalid = "invalid_selector"
      }
    }
    let tests: [Case]
  }

  @Test("Every valid selector is read, every invalid one refused")
  func selectors() throws {
    let cases = try Conformance.read(Cases.self, from: "jsonpath-cts/cts.json").tests
    for test in cases {
      let isRead = (try? ParsedQuery.parse(test.selector)) != nil
      #expect(isRead != (test.isInvalid ?? false), "\(test.name): \(test.selector)")
    }
    let invalid = cases.filter { $0.isInvalid ?? false }.count
    print("JSONPath compliance: \(cases.count) selectors, \(invalid) of them invalid")
  }
}
