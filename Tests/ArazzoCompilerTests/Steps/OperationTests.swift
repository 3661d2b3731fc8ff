import Testing

@testable import ArazzoCompiler

@Suite("Which operation a step calls (dialect P8)")
struct OperationTests {
  private static let second = """
    openapi: 3.1.0
    info: {title: Boxes, version: 1.0.0}
    paths:
      /boxes: {get: {operationId: listBoxes, responses: {}}}
      /parcels: {get: {operationId: listParcels, responses: {}}}
      /dots: {get: {operationId: parcels.dots, responses: {}}}
    """

  private static let bothOperations =
    "write operationPath: '{$sourceDescriptions.parcels.url}#/paths/~1parcels~1{parcelId}/get' "
    + "or operationPath: '{$sourceDescriptions.parcels.url}#/paths/~1parcels~1{parcelId}/delete'"

  private func compile(_ target: String) throws -> Compilation {
    try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Parcels, version: 1.0.0}
        sourceDescriptions:
          - {name: parcels, url: parcels.yml, type: openapi}
          - {name: boxes, url: boxes.yml, type: openapi}
        workflows:
          - workflowId: flow
            steps:
              - stepId: ask
                \(target)
                parameters: [{name: parcelId, in: path, value: a}]
        """, beside: ["boxes.yml": Self.second])
  }

  @Test(
    "Each spelling names its operation",
    arguments: [
      ("operationId: deleteParcel", false),
      ("operationId: $sourceDescriptions.parcels.deleteParcel", false),
      ("operationId: parcels.deleteParcel", true),
      (
        "operationPath: '{$sourceDescriptions.parcels.url}#/paths/~1parcels~1{parcelId}/delete'",
        false
      ),
      (
        "operationPath: '$sourceDescriptions.parcels.url#/paths/~1parcels~1{parcelId}/delete'", true
      ),
      ("operationPath: 'parcels#/paths/~1parcels~1{parcelId}/delete'", true),
      ("operationPath: DELETE /parcels/{parcelId}", true),
      (
        "operationId: '$sourceDescriptions.parcels#/paths/~1parcels~1{parcelId}/delete'", true
      ),
    ])
  func spellings(target: String, isDialect: Bool) throws {
    let compilation = try compile(target)
    #expect(compilation.step("ask")?.operation?.operationID == "deleteParcel")
    #expect(compilation.errors == [])
    #expect(compilation.warnings.isEmpty != isDialect, "\(compilation.warnings)")
  }

  @Test("An operationId that begins like a source's name is still an operationId")
  func dottedID() throws {
    let compilation = try compile("operationId: parcels.dots")
    #expect(compilation.errors.map { $0.contains("path parameter") } == [true])
  }

  @Test(
    "What names no operation, or two, is an error at its place",
    arguments: [
      (
        "operationId: deleteParcels", "no operation has the operationId 'deleteParcels'",
        "write deleteParcel"
      ),
      (
        "operationId: listParcels",
        "'listParcels' names several operations: GET /parcels in 'parcels', "
          + "GET /parcels in 'boxes'",
        "write '$sourceDescriptions.boxes.listParcels' or '$sourceDescriptions.parcels.listParcels'"
      ),
      (
        "operationId: $sourceDescriptions.boxen.listBoxes",
        "there is no source description 'boxen'", "did you mean 'boxes'?"
      ),
      (
        "operationPath: /parcels/{parcelId}",
        "'/parcels/{parcelId}' names several operations of 'parcels': GET /parcels/{parcelId}, "
          + "DELETE /parcels/{parcelId}",
        Self.bothOperations
      ),
      (
        "operationPath: '{$sourceDescriptions.parcels.url}#/paths/~1parcels~1{parcelId}'",
        "'{$sourceDescriptions.parcels.url}#/paths/~1parcels~1{parcelId}' names several "
          + "operations of 'parcels': GET /parcels/{parcelId}, DELETE /parcels/{parcelId}",
        Self.bothOperations
      ),
      ("operationPath: PUT /parcel", "'PUT /parcel' does not name an operation", nil),
      (
        "operationPath: '{$sourceDescriptions.boxes.url}#/paths/~1boxes/put'",
        "'boxes' has no operation at '#/paths/~1boxes/put'", nil
      ),
    ])
  func mistakes(target: String, message: String, suggestion: String?) throws {
    let compilation = try compile(target)
    #expect(compilation.workflow == nil)
    let column = target.hasPrefix("operationId") ? 22 : 24
    #expect(compilation.errors == ["10:\(column): error: \(message)"])
    if let suggestion { #expect(compilation.suggestions.first == suggestion) }
  }

  @Test("A source that can't be had is reported once, at its URL")
  func missingSource() throws {
    let compilation = try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Parcels, version: 1.0.0}
        sourceDescriptions: [{name: lost, url: lost.yml, type: openapi}]
        workflows:
          - workflowId: flow
            steps:
              - {stepId: a, operationId: one}
              - {stepId: b, operationId: two}
        """)
    #expect(compilation.errors == ["3:40: error: source 'lost': there is no 'lost.yml'"])
  }

  @Test("The server has its variables' defaults, and the operation its media types")
  func server() throws {
    let operation = try compile("operationId: getParcel").step("ask")?.operation
    #expect(operation?.server.url == "https://parcels.example/v1")
    #expect(operation?.accept == ["application/json"])
    #expect(operation?.keepsRedirects == false)
  }

  @Test(
    "H4: a redirect is left alone where a criterion compares the status with one",
    arguments: [
      ("condition: $statusCode == 302", true),
      ("condition: 303 == $statusCode || $statusCode < 300", true),
      ("condition: '!($statusCode >= 300)'", true),
      ("condition: $response.body#/next == '302' && $statusCode == 200", false),
      ("condition: $statusCode < 400", false),
      ("{context: $statusCode, condition: '^30[12]$', type: regex}", true),
      ("{context: $statusCode, condition: '^2', type: regex}", false),
      ("{context: $response.body#/next, condition: '302', type: regex}", false),
      ("{context: $statusCode, condition: 302}", true),
    ])
  func h4_redirects(criterion: String, isLeftAlone: Bool) throws {
    let written = criterion.hasPrefix("{") ? criterion : "{\(criterion)}"
    let compilation = try Compilation(
      "steps: [{stepId: ask, operationId: listParcels, successCriteria: [\(written)]}]")
    let operation = compilation.step("ask")?.operation
    #expect(operation?.keepsRedirects == isLeftAlone)
  }

  @Test("A path item that could not be read is told when an operation is not found, and only then")
  func unreadPathItems() throws {
    let api = """
      openapi: 3.1.0
      paths:
        /lost: {$ref: '#/components/pathItems/Lost'}
        /boxes: {get: {operationId: listBoxes, responses: {}}}
      """
    let workflow = "steps: [{stepId: a, operationId: $sourceDescriptions.parcels.listBoxes}]"
    let found = try Compilation(.init(stringLiteral: workflow), beside: ["parcels.yml": api])
    #expect(found.lines == [])
    let missing = workflow.replacing("listBoxes", with: "listLost")
    let lost = try Compilation(.init(stringLiteral: missing), beside: ["parcels.yml": api])
    #expect(
      lost.warnings.map { $0.contains("warning: a path item can't be read: ") } == [true])
  }
}
