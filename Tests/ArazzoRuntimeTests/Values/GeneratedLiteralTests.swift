import Testing

@_spi(Generated) @testable import ArazzoRuntime

/// Generated code as a user's module sees it: these functions are what the generator writes.
@Suite("Generated literals type-check and mean what they say")
struct GeneratedLiteralTests {
  enum Kind: String, Sendable, JSONRepresentable { case small, large }

  struct Address: JSONRepresentable {
    var street: String
    var zip: Int?

    var jsonValue: JSONValue { ["street": JSONValue(street), "zip": JSONValue(zip)] }
  }

  func body(
    hash: String, config: JSONValue?, inputs: [JSONValue], count: Int?, kind: Kind, token: Secret?
  ) -> JSONValue {
    [
      "specification_hash": JSONValue(hash),
      "config": config,
      "inputs": JSONValue(inputs),
      "count": JSONValue(count),
      "kind": JSONValue(kind),
      "token": JSONValue(token),
      "label": JSONValue(TemplateText("run ", count, " of ", kind)),
      "address": JSONValue(Address(street: "Main", zip: nil)),
      "nested": ["empty": [:], "list": [1, -2.5, "x", nil, .null, [true]], "null": .null],
      "blocking": false,
      "nothing": nil,
    ]
  }

  @Test("v3: a missing member or element is left out, null is not")
  func missingIsLeftOut() {
    let body = body(
      hash: "abc", config: nil, inputs: [], count: nil, kind: .large, token: nil)
    #expect(
      body.description == #"{"specification_hash":"abc","inputs":[],"kind":"large","#
        + #""address":{"street":"Main"},"#
        + #""nested":{"empty":{},"list":[1,-2.5,"x",null,[true]],"null":null},"blocking":false}"#)
  }

  @Test("v3: an object all of whose members are missing is {}")
  func allMissing() {
    let missing: JSONValue? = nil
    let object: JSONValue = ["a": missing, "b": nil]
    #expect(object.description == "{}")
  }

  @Test("what is there is written in the document's order")
  func present() {
    let body = body(
      hash: "h", config: ["z": 1, "a": .null], inputs: ["i"], count: 3, kind: .small,
      token: "t0ken")
    #expect(
      body.description.hasPrefix(
        #"{"specification_hash":"h","config":{"z":1,"a":null},"inputs":["i"],"count":3,"#
          + #""kind":"small","token":"t0ken","label":"run 3 of small","#))
  }

  @Test("comparisons read as they do in generated code")
  func comparisons() throws {
    let body = try JSONValue(parsing: #"{"run":{"status":"ok","n":5,"none":null}}"#)
    let run: JSONValue? = body["run"]
    #expect(run?["status"] == "succeeded" || run?["status"] == "ok")
    #expect(run?["n"] < 6 && run?["n"] >= 5.0 && run?["missing"] != 5)
    let (none, missing) = (run?["none"], run?["missing"])
    #expect(none == .null && none.isNullOrMissing && missing.isNullOrMissing)
    #expect(body.value(at: "/run/n") == 5)
    #expect(LooseComparison.equal(run?["n"], 5) && LooseComparison.equal(run?["status"], "OK"))
    #expect(LooseComparison.less(body["run"]?["n"], TemplateText("1", "0")))
  }
}
