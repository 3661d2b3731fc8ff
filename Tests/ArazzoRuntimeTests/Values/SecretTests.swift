import Foundation
import Testing

@_spi(Generated) @testable import ArazzoRuntime

@Suite("h8: a secret is never shown")
struct SecretTests {
  private struct Inputs {
    var name = "visible"
    var token: Secret
    var optional: Secret?
    var list: [Secret]
    var text: TemplateText?
  }

  private enum State { case poll(token: Secret) }

  /// Every way that Swift turns a value into text.
  private func shown(_ value: some Any) -> [String] {
    var dumped = ""
    dump(value, to: &dumped)
    return [
      "\(value)", String(describing: value), String(reflecting: value), dumped,
      "\(Mirror(reflecting: value).children.map { "\($0)" })", "\([value])",
      String(reflecting: ["key": value]),
    ]
  }

  @Test("not alone, not in an array, not in a struct, not in an enum, not as a text's part")
  func neverShown() {
    let secret: Secret = "t0ken-4711"
    let inputs = Inputs(
      token: secret, optional: secret, list: [secret], text: TemplateText("Bearer ", secret))
    let texts =
      shown(secret) + shown([secret]) + shown(["k": secret]) + shown(inputs)
      + shown(Optional(secret)) + shown(State.poll(token: secret))
      + shown(TemplateText("Bearer ", secret))
    for text in texts { #expect(!text.contains("4711"), "\(text)") }
    #expect("\(secret)" == "<secret>")
    #expect("\(inputs)".contains("visible"))
  }

  @Test("what takes a value can ask whether it is secret")
  func isSecret() {
    let secret: Secret = "t0ken"
    #expect(secret.isSecret && [secret].isSecret && ["k": secret].isSecret)
    #expect(TemplateText("a", secret)?.isSecret == true && TemplateText("a", 1)?.isSecret == false)
    #expect(!"t0ken".isSecret && !JSONValue(secret).isSecret)
    #expect(JSONValue(secret) == "t0ken" && secret.revealed == "t0ken")
  }

  @Test("it is read from JSON and written as its text, so that a saved state can be resumed")
  func coding() throws {
    let secrets: [Secret] = ["t0ken"]
    let data = try JSONEncoder().encode(secrets)
    #expect(String(decoding: data, as: UTF8.self) == #"["t0ken"]"#)
    #expect(try JSONDecoder().decode([Secret].self, from: data) == secrets)
    #expect(Secret(lossless: "t0ken")?.revealed == "t0ken")
  }
}
