import ArazzoTemplates
import Testing

@testable import ArazzoSwiftEmitter

@Suite("Templates")
struct TemplateTests {
  @Test("A template of the user's takes the place of a built-in one")
  func replacement() throws {
    let text = "{{% CONTENT_TYPE:TEXT}}\n// Ours, {{version}}.\n\n{{access}}import ArazzoRuntime\n"
    let file = try #require(try emitted(.dust, templates: ["header": text]).first)
    #expect(file.content.hasPrefix("// Ours, 0.1.0.\n\npublic import ArazzoRuntime\n"))
  }

  @Test("A name that no template has is an error that lists those there are")
  func unknownName() throws {
    let error = #expect(throws: TemplateError.self) {
      try emitted(.dust, templates: ["headr": ""])
    }
    #expect(error?.template == "headr")
    #expect(error?.message.contains("header") == true)
  }

  @Test("A template that can't be read is an error with a line")
  func unreadable() throws {
    let error = #expect(throws: TemplateError.self) {
      try emitted(.dust, templates: ["header": "a\n{{#open}}"])
    }
    #expect(error?.message.contains("line 2") == true)
  }

  @Test("A key that there is no value for is an error, not a gap")
  func unknownKey() throws {
    let error = #expect(throws: TemplateError.self) {
      try emitted(.dust, templates: ["header": "{{% CONTENT_TYPE:TEXT}}\n{{versoin}}"])
    }
    #expect(error?.message.contains("versoin") == true)
  }

  @Test("Every key of every built-in template has a value wherever it is used")
  func keys() throws {
    // Keys are looked up for templates that take the place of built-in ones.
    let templates = Templates.all.mapValues { String(decoding: $0, as: UTF8.self) }
    for sample in Sample.all {
      for access in SwiftEmitter.Options.Access.allCases {
        #expect(throws: Never.self) {
          try emitted(sample.plan, access: access, templates: templates)
        }
      }
    }
  }

  @Test("Every built-in template is text", arguments: Templates.all.keys.sorted())
  func contentType(name: String) throws {
    let bytes = try #require(Templates.all[name])
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("{{% CONTENT_TYPE:TEXT}}\n"))
  }
}
