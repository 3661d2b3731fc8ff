import Foundation
import Testing

@_spi(Generated) @testable import ArazzoForms
@_spi(Generated) @testable import ArazzoRuntime

@Suite("On the wire: bodies (H5)")
struct BodyWireTests {
  typealias Setting = @Sendable (StepRequest) -> Void

  struct Row: Sendable, CustomTestStringConvertible {
    let type: String
    let body: String
    let set: Setting
    var testDescription: String { type }
  }

  static let table = [
    Row(type: "application/json", body: #"{"a":"é\"","b":[1.5,null]}"#) {
      request in
      request.setJSON(["a": "é\"", "b": [1.5, .null]])
    },
    Row(type: "application/merge-patch+json", body: "null") { request in
      request.setJSON(.null, contentType: "application/merge-patch+json")
    },
    Row(type: "application/x-www-form-urlencoded", body: "a=1+%26+2&t=x&t=y&o%5Bk%5D=v") {
      request in
      request.setForm(
        ["a": "1 & 2", "t": ["x", "y"], "o": ["k": "v"]], styles: ["o": .deepObject])
    },
    Row(type: "text/plain; charset=utf-8", body: "é\r\n") { request in
      request.setBody("é\r\n", contentType: "text/plain; charset=utf-8")
    },
    Row(type: "application/xml", body: "<a>&#38;</a>") { request in
      request.setBody(
        TemplateText("<a>", TemplateText(xml: "&"), "</a>"), contentType: "application/xml")
    },
    Row(type: "application/octet-stream", body: "\u{0}\u{1}") { request in
      request.setBody(Data([0, 1]), contentType: "application/octet-stream")
    },
  ]

  @Test("A body arrives as it is, with its type and its length", arguments: table)
  func h5_bodies(row: Row) async throws {
    let request = try #require(
      try await sent { row.set($0) }.first)
    #expect(request.line == "POST /x")
    #expect(request.text == row.body)
    #expect(request.fields("Content-Type") == [row.type])
    #expect(request.fields("Content-Length") == ["\(row.body.utf8.count)"])
  }

  @Test("Parts arrive with their names, file names, types and header fields")
  func h5_parts() async throws {
    let request = try #require(
      try await sent { request in
        request.addPart("title", "é", headers: ["X-B": "2", "X-A": "1"])
        request.addPart("codes", [1, 2], style: .form(explode: false))
        request.addPart("box", ["w": 1, "h": ["cm": 2]] as JSONValue, style: .deepObject)
        request.addPart("pipes", ["a", "b"], style: .pipeDelimited)
        request.addPart(
          "files", [Upload(Data("1".utf8)), Upload(Data("2".utf8), fileName: "b.txt")],
          contentType: "text/plain")
      }.first)
    let head = "--edge|Content-Disposition: form-data; name="
    #expect(
      request.text.replacing("\r\n", with: "|") == "\(head)\"title\"|X-A: 1|X-B: 2||é|"
        + "\(head)\"codes\"||1,2|\(head)\"box[w]\"||1|\(head)\"box[h][cm]\"||2|"
        + "\(head)\"pipes\"||a|b|"
        + "\(head)\"files\"; filename=\"files\"|Content-Type: text/plain||1|"
        + "\(head)\"files\"; filename=\"b.txt\"|Content-Type: text/plain||2|--edge--|")
    #expect(request.fields("Content-Type") == ["multipart/form-data; boundary=edge"])
  }

  @Test("A file of several megabytes is streamed, with its name and type")
  func h5_streamedPart() async throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try await withFile(bytes) { url in
      let request = try #require(
        try await sent { request in
          request.addPart("title", "T")
          request.addPart(
            "file", Upload(contentsOf: url, fileName: "a \"b\".png", contentType: "image/png"))
        }.first)
      let start =
        "--edge\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nT\r\n--edge\r\n"
        + "Content-Disposition: form-data; name=\"file\"; filename=\"a %22b%22.png\"\r\n"
        + "Content-Type: image/png\r\n\r\n"
      #expect(request.body == Array(start.utf8) + bytes + Array("\r\n--edge--\r\n".utf8))
      #expect(request.fields("Content-Length") == ["\(request.body.count)"])
    }
  }

  @Test("A whole body is streamed from its file, which stays")
  func h5_streamedBody() async throws {
    try await withFile([0, 255, 10]) { url in
      let request = try #require(
        try await sent("PUT") { request in
          request.setBody(Upload(contentsOf: url), contentType: "image/png")
        }.first)
      #expect(request.body == [0, 255, 10])
      #expect(request.fields("Content-Type") == ["image/png"])
      #expect(FileManager.default.fileExists(atPath: url.path))
    }
  }

  @Test("The step's own Content-Type goes first, but not before that of parts")
  func h5_ownContentType() async throws {
    let json = try await sent { request in
      request.setHeader("content-type", "application/vnd.api+json")
      request.setJSON(1)
    }
    #expect(json.first?.fields("Content-Type") == ["application/vnd.api+json"])
    let parts = try await sent { request in
      request.setHeader("Content-Type", "multipart/form-data")
      request.addPart("a", "b")
    }
    #expect(parts.first?.fields("Content-Type") == ["multipart/form-data; boundary=edge"])
  }
}
