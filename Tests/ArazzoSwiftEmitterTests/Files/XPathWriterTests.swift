import Testing

@testable import ArazzoCompiler
@testable import ArazzoSwiftEmitter

@Suite("XPath as code")
struct XPathWriterTests {
  @Test(
    "An expression is spelled out, so that a reader finds each part of it",
    arguments: [
      ("/a//b/@c", #".root("a", .anywhere, "b", .attribute("c"))"#),
      ("/", ".root()"),
      ("p:*", #".path("p:*")"#),
      ("../x/.", #".path(.parent(), "x", .current)"#),
      ("a[1][@b]", #".path(.child("a").where(1, .path(.attribute("b"))))"#),
      ("(//a)[last()]/b", #".path(from: .filter(.root(.anywhere, "a"), .last()), "b")"#),
      ("a or b and -c", #".or(.path("a"), .and(.path("b"), .negated(.path("c"))))"#),
      ("a | b", #".union(.path("a"), .path("b"))"#),
      ("a mod 2 != .50", #".notEqual(.remainder(.path("a"), 2), 0.5)"#),
      ("5. div 1", ".divided(5, 1)"),
      ("substring-after(name(), ':')", #".substringAfter(.name(), ":")"#),
      ("namespace-uri(a) = 'u'", #".equal(.namespaceURI(.path("a")), "u")"#),
      ("true() = false()", ".equal(.true(), .false())"),
      ("following-sibling::text()", ".path(.followingSibling(.text))"),
      ("self::comment()", ".path(.itself(.comment))"),
      ("//processing-instruction('x')", #".root(.anywhere, .child(.instruction("x")))"#),
      ("descendant-or-self::node()[1]", ".path(.descendantOrSelf(.node).where(1))"),
      ("contains(a, '\"\\(b)')", #".contains(.path("a"), "\"\\(b)")"#),
    ])
  func spelling(text: String, expected: String) throws {
    let criterion = CriterionPlan.xpath(text, [])
    let step = StepPlan("s", call: .request("GET", "/"), criteria: [criterion], otherwise: nil)
    let plan = DocumentPlan.document(WorkflowPlan("w", steps: [step]))
    let code = try emitted(plan).map(\.content).joined()
    // On one line, whatever its length.
    let line = code.split(whereSeparator: \.isNewline).map { $0.trimmedStart }.joined(
      separator: " ")
    #expect(line.contains("response.body.xml.matches(\(expected))"), "\(code)")
  }

  @Test("The product is imported where it is needed, and nowhere else")
  func imports() throws {
    for access in SwiftEmitter.Options.Access.allCases {
      for file in try emitted(.document(.xml, .copy), access: access) {
        let isImported = file.content.contains("\n@_spi(Generated) import ArazzoXML\n")
        #expect(isImported == (file.name == "WatchFeed.swift"))
      }
    }
  }

  @Test("What is expected of the response's body says so where that is no XML (rule C8)")
  func c8_whatIsNoXMLIsReported() throws {
    let code = try #require(try emitted(.document(.xml)).first).content
    #expect(code.contains(#"xpath: "/feed/entry[@id = {$inputs.id}]""#))
  }
}

extension DocumentPlan {
  fileprivate static func document(_ workflows: WorkflowPlan...) -> DocumentPlan {
    DocumentPlan(
      fileName: "feed.arazzo.yaml", title: "Feed", servers: [.api], workflows: workflows)
  }
}

extension StringProtocol {
  fileprivate var trimmedStart: String { String(drop { $0 == " " }) }
}
