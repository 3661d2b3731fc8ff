import ArazzoDocuments
import Testing

@testable import ArazzoExpressions

@Suite("Runtime expressions") struct RuntimeExpressionTests {
  @Test(
    "Every form of the grammar is read",
    arguments: [
      ("$url", "url"),
      ("$method", "method"),
      ("$statusCode", "statusCode"),
      ("$self", "self"),
      ("$request.header.Accept", "request header Accept"),
      ("$request.header.a!#b", "request header a!#b"),
      ("$request.query.page[size]", "request query page[size]"),
      ("$request.path.id", "request path id"),
      ("$request.body", "request body"),
      ("$response.header.set-cookie.sid", "response header set-cookie.sid (cookie sid)"),
      ("$response.header.Set-Cookie", "response header Set-Cookie"),
      ("$response.body#", "response body #"),
      ("$response.body#/a~1b/~0/0", "response body #/a~1b/~0/0"),
      ("$response.body#/with space/ü", "response body #/with space/ü"),
      ("$response.body#/items[0]", "response body #/items[0]"),
      ("$inputs.my.dotted-name_1", "inputs my.dotted-name_1"),
      ("$inputs.o[0].id#/x", "inputs o[0].id #/x"),
      ("$inputs.$expand", "inputs $expand"),
      ("$outputs.token", "outputs token"),
      ("$steps.login.outputs.token", "steps login token"),
      ("$steps.s.outputs.pets#/0/id", "steps s pets #/0/id"),
      ("$steps.Plan a trip.outputs.x", "steps Plan a trip x"),
      ("$workflows.w.inputs.name", "workflows w inputs name"),
      ("$workflows.w.outputs.r#/a", "workflows w outputs r #/a"),
      ("$sourceDescriptions.pets.getPet", "source pets getPet"),
      ("$sourceDescriptions.pets.a.b#c", "source pets a.b#c"),
      ("$components.inputs.i", "components inputs i"),
      ("$components.parameters.p.q", "components parameters p.q"),
      ("$components.successActions.s", "components successActions s"),
      ("$components.failureActions.f", "components failureActions f"),
    ])
  func grammar(text: String, expected: String) throws {
    let parsed = try RuntimeExpression.parse(text)
    #expect(parsed.expression.rendered == expected)
    #expect(parsed.dialects.isEmpty)
  }

  @Test(
    "A dialect is read as what it means, and told",
    arguments: [
      ("$response.body.a.b[0]", "response body #/a/b/0 (dotted)", Dialect.p02DottedReference),
      ("$response.body[1]['x.y'].z", "response body #/1/x.y/z (dotted)", .p02DottedReference),
      ("$response.body.a#/b", "response body #/a/b (dotted)", .p02DottedReference),
      ("$request.body.a", "request body #/a (dotted)", .p02DottedReference),
      ("$steps.s.o", "steps s o", .p03LooseSpelling),
      ("$steps.s.o.x#/y", "steps s o.x #/y", .p03LooseSpelling),
      ("$response.headers.X-Id", "response header X-Id", .p03LooseSpelling),
      ("$body", "response body", .p03LooseSpelling),
      ("$body#/a", "response body #/a", .p03LooseSpelling),
      ("$response.body#/{a}", "response body #/{a}", .p03LooseSpelling),
      ("$sourceDescriptions.p#/paths/~1a/get", "source p #/paths/~1a/get", .p08LooseOperation),
    ])
  func dialects(text: String, expected: String, dialect: Dialect) throws {
    let parsed = try RuntimeExpression.parse(text)
    #expect(parsed.expression.rendered == expected)
    #expect(parsed.dialects == [dialect])
  }

  @Test(
    "An error tells where and what is meant",
    arguments: [
      ("", 0, nil),
      ("url", 0, nil),
      ("$", 0, nil),
      ("$statuscode", 0, "$statusCode"),
      ("$status_code", 0, "$statusCode"),
      ("$step.s.outputs.x", 0, "$steps"),
      ("$input.name", 0, "$inputs"),
      ("$sourceDescription.s.x", 0, "$sourceDescriptions"),
      ("$.a.b", 0, nil),
      ("$statusCode.x", 11, nil),
      ("$response", 9, nil),
      ("$response.status", 10, "$statusCode"),
      ("$response.bdy", 10, "$response.body"),
      ("$response.body#id", 15, "/"),
      ("$response.body#/a~2", 17, nil),
      ("$response.body.", 15, nil),
      ("$response.body.a[*].id", 17, nil),
      ("$response.body.a['x", 18, nil),
      ("$response.header", 16, nil),
      ("$response.header.", 17, nil),
      ("$response.header.a b", 18, nil),
      ("$inputs", 7, nil),
      ("$inputs.", 8, nil),
      ("$inputs.a.", 10, nil),
      ("$inputs.{a}", 8, nil),
      ("$steps.s", 8, nil),
      ("$steps.s.outputs", 16, nil),
      ("$workflows.w.x", 12, nil),
      ("$sourceDescriptions.s", 21, nil),
      ("$components.parameter.p", 12, "$components.parameters"),
      ("$message.content", 9, nil),
    ] as [(String, Int, String?)])
  func errors(text: String, offset: Int, suggestion: String?) throws {
    let error = try #require(throws: ExpressionError.self) {
      _ = try RuntimeExpression.parse(text)
    }
    #expect(error.offset == offset, "\(error)")
    #expect(error.suggestion == suggestion, "\(error)")
  }
}
