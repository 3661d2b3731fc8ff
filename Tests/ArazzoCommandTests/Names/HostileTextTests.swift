import Foundation
import Testing

@testable import ArazzoCommand

@Suite("Text of a document, whatever it says")
struct HostileTextTests {
  /// Each calls a function that there is not, should it ever be code. In the documents below `text`
  /// gives what stands at a place.
  private static let texts = [
    "*/ evil() /*", "\"\"\"# + evil() + #\"\"\"", "\\(evil())", "\\#(evil())", "\"; evil() //",
    "a\nevil()\n", "a\r\nevil()", "a\u{2028}evil()\u{2029}evil()", "a\u{B}evil()\u{C}evil()",
    "a\u{85}evil()", "\u{202E})(live\u{202C} evil()", "${evil()}", "`; evil(); `",
    "{{evil()}} {{{evil()}}} {{/workflow}}", "#if evil()\n#else", "\"#\nevil()\n#\"", "\\",
    "a\u{0}\nevil()", "../../../evil", "/etc/evil", "..", ".evil", "evil\u{301}", "e\\\u{301}\"",
  ]

  private static func arazzo(_ text: (String) -> String) -> String {
    """
    {"arazzo": "1.0.1", "info": {"title": \(text("title")), "version": "1", \
    "description": \(text("about"))}, \
    "sourceDescriptions": [{"name": "api", "url": "api.yaml", "type": "openapi"}], "workflows": [\
    {"workflowId": \(text("workflow")), "summary": \(text("about")), "description": \
    \(text("about")), "inputs": {"type": "object", "properties": {\(text("input")): {"type": \
    "string", "title": \(text("inputTitle"))}, "b": {"type": "string", "description": \
    \(text("inputText")), "default": \(text("value"))}, "c": {"type": "string", "enum": \
    ["x", \(text("choice"))]}, "d": {"type": "string", "pattern": \(text("pattern"))}, \
    "e": {"const": \(text("constant"))}}}, "steps": [{"stepId": \(text("step")), "description": \
    \(text("stepText")), "operationId": \(text("operation")), "parameters": [{"name": \
    \(text("query")), "in": "query", "value": \(text("payload"))}, {"name": "X-A", "in": \
    "header", "value": \(text("payload"))}], "requestBody": {"contentType": "application/json", \
    "payload": {\(text("payload")): \(text("payload"))}}, "successCriteria": [{"condition": \
    \(condition(text("condition")))}], "onSuccess": [{"name": \(text("action")), "type": "end"}], \
    "outputs": {"o": "$response.body"}}], "outputs": {"o": "$steps.x.outputs.o"}}]}
    """.replacing("$steps.x.", with: "$steps.\(text("step").dropFirst().dropLast()).")
  }

  /// `$response.body#/kind == '…'`.
  private static func condition(_ text: String) -> String {
    "\"$response.body#/kind == '" + text.dropFirst().dropLast().replacing("'", with: "''") + "'\""
  }

  private static func openAPI(_ text: (String) -> String) -> String {
    """
    {"openapi": "3.1.0", "info": {"title": \(text("title")), "version": "1"}, "security": \
    [{\(text("scheme")): []}], "servers": [{"url": "https://{v}.example.com", "description": \
    \(text("serverText")), "name": \(text("server")), "variables": {"v": {"default": "a", \
    "description": \(text("variableText")), "enum": ["a", \(text("variableValue"))]}}}, \
    {"url": "https://{w}", "variables": {"w": {"default": \(text("variable"))}}}], \
    "paths": {"/p": {"post": {"operationId": \(text("operation")), "summary": \(text("about")), \
    "tags": [\(text("title"))], "parameters": [{"name": \(text("query")), "in": "query", \
    "schema": {"type": "string"}}, {"name": "X-A", "in": "header", "schema": {"type": "string"}}], \
    "requestBody": {"content": {"application/json": {"schema": true}}}, "responses": {"200": \
    {"description": \(text("about")), "content": {"application/json": {"schema": {"$ref": \
    "#/components/schemas/S"}}}}}}}}, "components": {"securitySchemes": {\(text("scheme")): \
    {"type": "apiKey", "in": "header", "name": \(text("header")), "description": \
    \(text("about"))}}, "schemas": {"S": {"type": "object", "title": \(text("schema")), \
    "description": \(text("memberText")), "properties": {"kind": {"type": "string"}, \
    \(text("member")): {"type": "string", "description": \(text("memberText")), "enum": \
    ["y", \(text("choice"))]}}}}}}
    """
  }

  /// - Parameter isStep: Whether the text is the name of the step, which its outputs are read by, or
  ///   stands everywhere else.
  private static func write(_ text: String, isStep: Bool, to scratch: Scratch) throws {
    let texts = { (place: String) in
      JSONTree.string(isStep == (place == "step") ? text : "x").text
    }
    try scratch.write(arazzo(texts), to: "flow.json")
    try scratch.write(openAPI(texts), to: "api.yaml")
  }

  @Test(
    "stays in its comment or its literal, and names no file outside (D5)",
    .enabled(if: SwiftCompiler.modules != nil, "the folder of the built modules is not known"))
  func staysText() async throws {
    let scratch = try Scratch()
    for (number, text) in Self.texts.enumerated() {
      for isStep in [false, true] {
        try Self.write(text, isStep: isStep, to: scratch)
        let name = "N\(number)" + (isStep ? "Step" : "")
        let outcome = CommandLineTool.run([
          scratch.at("flow.json"), "-o", scratch.at("out/\(name)"), "--namespace", name,
        ])
        // A step whose name ends the expression that reads its output is a mistake with a place.
        let isLocated = outcome.errors.contains(#/flow\.json:\d+:\d+: error: /#)
        #expect(outcome.status == .success || isStep && isLocated, "\(text): \(outcome.errors)")
      }
    }
    let files = scratch.contents().keys.filter { !$0.hasSuffix("/") }
    let plain = #/out\/N\w+\/N\w+(?:\+\w+)?\.swift|flow\.json|api\.yaml/#
    #expect(files.count > Self.texts.count && files.allSatisfy { $0.wholeMatch(of: plain) != nil })
    #expect(try await SwiftCompiler.complaints(about: scratch.at("out")) == "")
  }
}
