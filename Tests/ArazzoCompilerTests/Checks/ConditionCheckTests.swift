import Testing

@testable import ArazzoCompiler

@Suite("Conditions that say nothing")
struct ConditionCheckTests {
  private func warnings(
    _ condition: String, operation: String = "getParcel", list: String = "successCriteria"
  ) throws -> [String] {
    let compilation = try Compilation(
      """
      inputs:
        type: object
        properties: {size: {type: string, enum: [small, large]}, any: {}}
      steps:
        - stepId: ask
          operationId: \(operation)
          parameters: [{name: parcelId, in: path, value: a}, {name: view, in: query, value: a}]
          \(list):
            - condition: >-
                \(condition)
      """)
    #expect(compilation.errors == [])
    return compilation.all.filter { $0.severity == .warning && $0.message.contains(" holds") }
      .map { $0.message + ($0.suggestion.map { " | \($0)" } ?? "") }
  }

  @Test(
    "What always or never holds is a warning",
    arguments: [
      ("$statusCode == 200 && $statusCode == 404", "never"),
      ("$statusCode == 200 && $statusCode >= 300", "never"),
      ("$statusCode != 200 || $statusCode != 404", "always"),
      ("!($statusCode >= 200 || $statusCode < 500)", "never"),
      ("1 == 2", "never"), ("'a' == 'A'", "always"), ("2 > 1 || $inputs.any", "always"),
      ("$inputs.any == 'a' && $inputs.any == 'b'", "never"),
      ("$inputs.any != 'a' || $inputs.any != 'b'", "always"),
    ])
  func constantConditions(condition: String, holds: String) throws {
    #expect(try warnings(condition) == ["the condition \(holds) holds"])
  }

  @Test(
    "A comparison with what the value can't be is a warning",
    arguments: [
      (
        "$response.body#/weight == 'heavy'",
        "the comparison never holds: '$response.body#/weight' is a number, but it is compared with "
          + "the string 'heavy'"
      ),
      (
        "$response.body#/paid == 'true'",
        "the comparison never holds: '$response.body#/paid' is a boolean, but it is compared with "
          + "the string 'true' | write true without quotes"
      ),
      (
        "$response.body#/status == 'mode'",
        "the comparison never holds: by the API description, '$response.body#/status' is never "
          + "'mode' | did you mean 'made'?"
      ),
      (
        "$response.body#/status != 'lost'",
        "the comparison always holds: by the API description, '$response.body#/status' is never "
          + "'lost' | available: 'made', 'sent'"
      ),
      (
        "$inputs.size == 'medium' || $statusCode == 200",
        "the comparison never holds: by the API description, '$inputs.size' is never 'medium' | "
          + "available: 'small', 'large'"
      ),
      (
        "$statusCode == '2XX'",
        "the comparison never holds: '$statusCode' is an integer, but it is compared with the "
          + "string '2XX'"
      ),
      (
        "$response.body#/address > 3",
        "the comparison never holds: '$response.body#/address' is an object, but it is compared "
          + "with 3"
      ),
    ])
  func impossibleComparisons(condition: String, message: String) throws {
    #expect(try warnings(condition) == [message])
  }

  @Test(
    "What may be either is no matter for a warning",
    arguments: [
      "$statusCode == 200 || $statusCode == 404", "$statusCode >= 200 && $statusCode < 300",
      "$response.body#/weight == '12'", "$response.body#/weight != null", "true",
      "$response.body#/status == 'SENT'", "$response.body#/id == 5", "$inputs.any == 'a'",
      "$response.body#/id == 'a' || $response.body#/id == 'b'", "!$response.body#/paid",
      "$response.header.X-Count > 3",
    ])
  func openConditions(condition: String) throws {
    #expect(try warnings(condition) == [])
  }

  @Test("Criteria of one list that exclude each other are a warning")
  func contradictoryList() throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: ask
          operationId: listParcels
          successCriteria:
            - condition: $statusCode == 200
            - condition: $response.body#/next != null
            - condition: $statusCode == 404
      """)
    #expect(
      compilation.warnings.contains(
        "13:22: warning: the condition never holds together with '$statusCode == 200'"))
  }

  @Test("Nothing that a success says is held against what a failure may be")
  func failuresAreOpen() throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: ask
          operationId: listParcels
          onFailure:
            - {name: a, type: end, criteria: [{condition: $response.body#/items == 'none'}]}
      """)
    #expect(compilation.lines == [])
  }

  @Test("An action whose criteria the step's own exclude is a warning")
  func deadActions() throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: ask
          operationId: listParcels
          successCriteria: [{condition: $statusCode == 200}]
          onSuccess:
            - {name: gone, type: end, criteria: [{condition: $statusCode == 404}]}
          onFailure:
            - {name: fine, type: end, criteria: [{condition: $statusCode == 200}]}
            - {name: late, type: end, criteria: [{condition: $statusCode == 503}]}
      """)
    #expect(
      compilation.warnings == [
        "12:11: warning: action 'gone' never runs: its criteria never hold when the step has "
          + "succeeded",
        "14:11: warning: action 'fine' never runs: its criteria never hold when the step has failed",
      ])
  }

  @Test(
    "A JSONPath comparison of what the response does not declare is a warning",
    arguments: [
      ("$.statuss == 'made'", "statuss"), ("$.address.town == 'Bern'", "town"),
      ("$.statuss != 'made'", nil), ("$.statuss == null", nil), ("$.address.city == 'Bern'", nil),
      ("$.weight > 3", nil),
    ])
  func undeclaredPaths(condition: String, name: String?) throws {
    let compilation = try Compilation(
      """
      steps:
        - stepId: ask
          operationId: deleteParcel
          parameters: [{name: parcelId, in: path, value: a}]
        - stepId: make
          operationId: createParcel
          requestBody: {payload: {weight: 1}}
          successCriteria:
            - {type: jsonpath, context: $response.body, condition: "\(condition)"}
      """)
    let found = compilation.warnings.filter { $0.contains("declares no") }
    #expect(
      found
        == (name.map {
          [
            "15:64: warning: the API description declares no member '\($0)' in the response of POST /parcels"
          ]
        } ?? []))
  }
}
