import Testing

@testable import ArazzoCompiler

@Suite("What the document says of itself: $self, $sourceDescriptions, $components")
struct DocumentValueTests {
  private func compile(_ value: String, own: String = "$self: https://a.test/flow.yml") throws
    -> Compilation
  {
    try Compilation(
      document: """
        arazzo: 1.1.0
        \(own)
        info: {title: Parcels, version: 1.0.0}
        sourceDescriptions:
          - {name: parcels, url: parcels.yml, type: openapi, x-team: blue}
        components:
          parameters:
            size: {name: limit, in: query, value: $inputs.size}
            ten: {name: limit, in: query, value: 10}
            twice: {name: limit, in: query, value: $components.parameters.ten}
          successActions:
            stop: {name: stop, type: end}
        workflows:
          - workflowId: flow
            inputs: {type: object, properties: {size: {type: integer}}}
            steps:
              - stepId: list
                operationId: listParcels
                parameters: [{name: cursor, in: query, value: \(value)}]
        """)
  }

  @Test(
    "An expression is the value that it names",
    arguments: [
      ("$self", "cursor='https://a.test/flow.yml': string"),
      ("'from {$self}'", "cursor='from ' + 'https://a.test/flow.yml': string"),
      ("$sourceDescriptions.parcels.url", "cursor='parcels.yml': string"),
      ("$sourceDescriptions.parcels.type", "cursor='openapi': string"),
      ("$sourceDescriptions.parcels.x-team", "cursor='blue': string"),
      ("$components.parameters.size", "cursor=inputs.size: integer?"),
      ("$components.parameters.ten", "cursor=10: integer"),
    ])
  func values(value: String, expected: String) throws {
    let compilation = try compile(value)
    #expect(compilation.errors == [])
    #expect(compilation.step("list")?.parameters == [expected])
  }

  @Test(
    "What has no value is refused with a reason",
    arguments: [
      ("$sourceDescriptions.parcels.listParcels", "has no field 'listParcels'"),
      ("$sourceDescriptions.parcel.url", "there is no source description 'parcel'"),
      ("$components.parameters.tenn", "'components' has no 'tenn' under 'parameters'"),
      ("$components.parameters.twice", "can't refer to another component"),
      ("$components.successActions.stop", "has no value; only a component parameter has one"),
      ("$message.payload#/a", "belongs to a step on a channel, which isn't supported"),
      ("$message.header.a", "belongs to a step on a channel, which isn't supported"),
    ])
  func refused(value: String, message: String) throws {
    let errors = try compile(value).errors
    #expect(errors.count == 1)
    #expect(errors.first?.contains(message) == true, "\(errors)")
  }

  @Test("'$self' needs one")
  func noSelf() throws {
    let compilation = try compile("$self", own: "x-none: 1")
    #expect(compilation.errors == ["19:55: error: the document has no '$self'"])
  }
}
