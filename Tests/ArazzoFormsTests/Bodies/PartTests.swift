import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ArazzoForms
@_spi(Generated) @testable import ArazzoRuntime

@Suite("Multipart bodies: H5")
struct PartTests {
  private func sent(
    boundary: String = "edge", _ set: (StepRequest) -> Void
  ) throws -> (text: String, type: String?, body: JSONValue?) {
    let client = WorkflowClient(transport: NoTransport(), boundary: { boundary })
    let request = WorkflowRun("tidy", client: client).request(
      step: "add", method: "POST", path: "/files", server: .api)
    set(request)
    let prepared = try request.prepared(for: client)
    return (
      String(decoding: try prepared.body?.bytes() ?? [], as: UTF8.self),
      prepared.head.headerFields[.contentType], prepared.sent.body
    )
  }

  @Test("H2: the name of a part ends where it is written to end, whatever joins its signs")
  func h2_partNames() throws {
    let sent = try sent { request in
      request.addPart("a\"\u{301}; filename=\"x\n\u{301}\rb", "x")
    }
    let line = "Content-Disposition: form-data; name=\"a%22\u{301}; filename=%22x%0A\u{301}%0Db\""
    #expect(sent.text.utf8.elementsEqual("--edge\r\n\(line)\r\n\r\nx\r\n--edge--\r\n".utf8))
  }

  @Test("H5: parts stand between boundaries, each with its name, file name and type")
  func h5_parts() throws {
    let sent = try sent { request in
      request.addPart("a \"b\"\r\n", "x")
      request.addPart("n", [1, 2])
      request.addPart(
        "o", ["k": nil, "l": 1.50] as JSONValue?, contentType: "application/ld+json")
      request.addPart("file", Data([0x41, 0x42]), contentType: "image/png")
      request.addPart("log", "line", fileName: "log.txt")
    }
    #expect(
      sent.text
        == """
        --edge
        Content-Disposition: form-data; name="a %22b%22%0D%0A"

        x
        --edge
        Content-Disposition: form-data; name="n"

        1
        --edge
        Content-Disposition: form-data; name="n"

        2
        --edge
        Content-Disposition: form-data; name="o"
        Content-Type: application/ld+json

        {"l":1.5}
        --edge
        Content-Disposition: form-data; name="file"; filename="file"
        Content-Type: image/png

        AB
        --edge
        Content-Disposition: form-data; name="log"; filename="log.txt"
        Content-Type: application/octet-stream

        line
        --edge--

        """.replacing("\n", with: "\r\n"))
    #expect(sent.type == "multipart/form-data; boundary=edge")
    #expect(sent.body?["file"] == "QUI=")
  }

  @Test(
    "H5: the boundary occurs in no part", arguments: [("edge", "edge1"), ("edge1 edge", "edge2")])
  func h5_boundary(value: String, boundary: String) throws {
    let sent = try sent { request in request.addPart("a", value) }
    #expect(sent.type == "multipart/form-data; boundary=\(boundary)")
    #expect(sent.text.hasSuffix("--\(boundary)--\r\n"))
  }

  @Test("V3: a part that is missing or null is not sent, and no part is no body")
  func v3_missingParts() throws {
    let nothing: Data? = nil
    let sent = try sent { request in
      request.addPart("a", nothing)
      request.addPart("b", JSONValue.null)
      request.addParts(["c": .null, "d": []])
      request.addParts(nil)
    }
    #expect(sent.text.isEmpty)
    #expect(sent.type == nil)
  }

  @Test("H5: an object that is a value gives a part for each member")
  func h5_membersAsParts() throws {
    let sent = try sent { request in
      request.addParts(
        ["a": "x", "b": "y"], files: ["a"], types: ["b": "text/markdown"])
    }
    #expect(
      sent.text.contains("name=\"a\"; filename=\"a\"\r\nContent-Type: application/octet-stream"))
    #expect(sent.text.contains("name=\"b\"\r\nContent-Type: text/markdown\r\n\r\ny"))
  }

  @Test("What makes no multipart body is an error before anything is sent")
  func invalidParts() {
    let sets: [(StepRequest) -> Void] = [
      { request in request.addParts("text") },
      { request in
        request.addParts(nil, required: true, from: "$inputs.x")
      },
      { request in request.addPart("a", [[1]] as JSONValue?) },
      { request in
        request.addPart("a", "b", contentType: "text/plain\r\nX: y")
      },
    ]
    for set in sets { #expect(throws: WorkflowError.self) { try sent(set) } }
  }
}
