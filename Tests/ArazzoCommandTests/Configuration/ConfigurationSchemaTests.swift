import Foundation
import Testing

@testable import ArazzoCommand

@Suite("The JSON Schema of arazzo-gen.yaml")
struct ConfigurationSchemaTests {
  private static let published = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Sources/ArazzoCommand/Configuration/arazzo-gen.schema.json")

  @Test("is published as the reader's table of keys says it")
  func published() throws {
    let text = try String(contentsOf: Self.published, encoding: .utf8)
    #expect(text == ConfigurationSchema.text, "arazzo-gen schema > \(Self.published.path)")
    #expect(CommandLineTool.run(["schema"]).output == text)
  }

  @Test("has every key that the reader takes, and closes every object")
  func keys() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(ConfigurationSchema.text.utf8))
    let root = try #require(schema as? [String: Any])
    let properties = try #require(root["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(ConfigurationKey.all.map(\.name)))
    #expect(root["additionalProperties"] as? Bool == false)
  }
}
