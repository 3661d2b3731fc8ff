import Testing

@testable import ArazzoCompiler

@Suite("Names that are nearly right, operations that share one (rules P15, P16)")
struct NearNameTests {
  private static let summary = "a name differs from an existing one in case, '-' or '_'"

  private func compile(_ step: String, strict: Bool = false) throws -> Compilation {
    try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Parcels, version: 1.0.0}
        sourceDescriptions: [{name: parcels, url: parcels.yml, type: openapi}]
        workflows:
          - workflowId: flow
            inputs: {type: object, properties: {name: {type: string}}}
            steps:
              - stepId: list-all
                operationId: listParcels
                outputs: {nextPage: $response.body#/next, tag: $response.body#/tags, TAG: $response.body#/counts}
              - \(step)
        """, strict: strict)
  }

  @Test(
    "P15: an operation, a parameter, a step and an output is the only one that is near",
    arguments: [
      ("{stepId: use, operationId: list_parcels}", "write 'listParcels'"),
      (
        "{stepId: use, operationId: $sourceDescriptions.parcels.ListParcels}",
        "write '$sourceDescriptions.parcels.listParcels'"
      ),
      (
        "{stepId: use, operationId: listParcels, parameters: [{name: Limit, in: query, value: 1}]}",
        "write 'limit'"
      ),
      (
        "{stepId: use, operationId: deleteParcel, parameters: [{name: parcel_id, in: path, value: a}]}",
        "write 'parcelId'"
      ),
      (
        "{stepId: use, operationId: listParcels, parameters: "
          + "[{name: cursor, in: query, value: $steps.list-all.outputs.next_page}]}",
        "write $steps.list-all.outputs.nextPage"
      ),
      (
        "{stepId: use, operationId: listParcels, parameters: "
          + "[{name: cursor, in: query, value: $steps.listAll.outputs.nextPage}]}",
        "write $steps.list-all.outputs.nextPage"
      ),
      (
        "{stepId: use, operationId: listParcels, onFailure: "
          + "[{name: again, type: goto, stepId: listAll}]}", "write 'list-all'"
      ),
    ])
  func p15_theOnlyNearNameIsMeant(step: String, help: String) throws {
    let compilation = try compile(step)
    #expect(compilation.errors == [])
    #expect(compilation.warnings.map { $0.hasSuffix(Self.summary) } == [true])
    #expect(compilation.suggestions == [help])
    #expect(try compile(step, strict: true).errors.map { $0.hasSuffix(Self.summary) } == [true])
  }

  @Test("P15: what is sent is the name that exists")
  func p15_theExistingNameIsSent() throws {
    let compilation = try compile(
      "{stepId: use, operationId: DELETE_PARCEL, parameters: [{name: ParcelID, in: path, value: a}]}"
    )
    let operation = try #require(compilation.step("use")?.operation)
    #expect(operation.operationID == "deleteParcel")
    #expect(operation.parameters.map(\.name) == ["parcelId"])
  }

  @Test("P15: where two names are near, an error names both")
  func p15_twoNearNamesAreAnError() throws {
    let compilation = try compile(
      "{stepId: use, operationId: listParcels, parameters: "
        + "[{name: cursor, in: query, value: $steps.list-all.outputs.Tag}]}")
    #expect(
      compilation.errors.map { $0.split(separator: ": ").last.map(String.init) } == [
        "output 'Tag' may mean 'tag' or 'TAG', which differ from it only in case, '-' and '_'"
      ])
    #expect(
      compilation.suggestions == [
        "write '$steps.list-all.outputs.tag' or '$steps.list-all.outputs.TAG'"
      ])
  }

  @Test("P15: an input of a called workflow")
  func p15_inputsOfACalledWorkflow() throws {
    let compilation = try Compilation(
      workflows: """
        - workflowId: flow
          steps: [{stepId: call, workflowId: other, parameters: [{name: parcel_id, value: a}]}]
        - workflowId: other
          inputs: {type: object, required: [parcelId], properties: {parcelId: {type: string}}}
          steps:
            - stepId: go
              operationId: deleteParcel
              parameters: [{name: parcelId, in: path, value: $inputs.parcelId}]
        """)
    #expect(compilation.errors == [])
    #expect(compilation.suggestions == ["write 'parcelId'"])
  }

  @Test("P15: a secret is found through a near name")
  func p15_secretsAreFollowed() throws {
    let compilation = try Compilation(
      """
      steps:
        - {stepId: log-in, operationId: logIn, requestBody: {payload: {}}, outputs: {userToken: $response.body#/token}}
        - stepId: use
          operationId: listParcels
          parameters: [{name: Authorization, in: header, value: 'Bearer {$steps.logIn.outputs.user_token}'}]
      """)
    #expect(compilation.errors == [])
    #expect(
      compilation.step("log-in")?.outputs.map(\.variable.sketch) == ["log-in.userToken: secret"])
  }

  // MARK: P16

  private static let shared = [
    "shelves.yml": """
    openapi: 3.1.0
    info: {title: Shelves, version: 1.0.0}
    paths:
      /rooms/{room}/shelves:
        get: {operationId: find, parameters: [{name: room, in: path, required: true}], responses: {}}
      /rooms/{room}/shelves/{shelf}:
        get: {operationId: find, responses: {}}
      /near('it')/100%: {get: {operationId: read, responses: {}}}
      /far: {get: {operationId: read, responses: {}}}
    """
  ]

  private func shelves(_ step: String) throws -> Compilation {
    try Compilation(
      document: """
        arazzo: 1.0.1
        info: {title: Shelves, version: 1.0.0}
        sourceDescriptions: [{name: shelves, url: shelves.yml, type: openapi}]
        workflows:
          - workflowId: flow
            steps:
              - stepId: ask
                \(step)
        """, beside: Self.shared)
  }

  @Test("P16: the parameters settle which operation of that ID is meant")
  func p16_theParametersSettle() throws {
    let one = try shelves(
      "operationId: find\n        parameters: [{name: room, in: path, value: 1}]")
    #expect(one.step("ask")?.operation?.path == "/rooms/{room}/shelves")
    #expect(
      one.warnings.map { $0.contains("several operations have this operationId") } == [true])
    let two = try shelves(
      "operationId: find\n        parameters: [{name: room, in: path, value: 1}, "
        + "{name: shelf, in: path, value: 2}]")
    #expect(two.step("ask")?.operation?.path == "/rooms/{room}/shelves/{shelf}")
  }

  @Test("P16: where they don't, each operationPath of the help names its operation")
  func p16_theHelpCanBePasted() throws {
    let error = try shelves("operationId: read")
    #expect(error.errors.map { $0.contains("'read' names several operations") } == [true])
    let help = try #require(error.suggestions.first)
    let fields = help.dropFirst("write ".count).split(separator: " or ").map(String.init)
    let paths = try fields.map { field in
      let mended = try shelves(field)
      #expect(mended.lines == [], "\(field)")
      return mended.step("ask")?.operation?.path
    }
    #expect(paths == ["/near('it')/100%", "/far"])
  }
}
