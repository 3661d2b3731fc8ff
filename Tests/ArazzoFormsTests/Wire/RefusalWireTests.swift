import Foundation
import Testing

@_spi(Generated) @testable import ArazzoForms
@_spi(Generated) @testable import ArazzoRuntime

@Suite("On the wire: what is refused before anything is sent (H2)")
struct RefusalWireTests {
  private func refusal(
    client: WorkflowClient = WorkflowClient(), _ path: String = "/x",
    _ set: @escaping @Sendable (StepRequest) -> Void
  ) async throws -> WorkflowError? {
    let caught = Caught()
    let requests = try await Wire.record { url in
      var client = client
      client.baseURL = url
      do throws(WorkflowError) {
        let run = WorkflowRun("tidy", client: client)
        let request = run.request(step: "fetch", method: "POST", path: path, server: .api)
        set(request)
        _ = try await run.send(request)
      } catch {
        await caught.keep(error)
      }
    }
    #expect(requests.isEmpty)
    return await caught.error
  }

  private actor Caught {
    var error: WorkflowError?
    func keep(_ error: WorkflowError) { self.error = error }
  }

  @Test("A header with CR or LF", arguments: ["a\r\nX: 1", "a\n", "\rb"])
  func h2_lineBreaks(value: String) async throws {
    let header = try await refusal { request in
      request.setHeader("X-H", value)
    }
    #expect(header?.code == .invalidRequest)
    let part = try await refusal { request in
      request.addPart("a", "b", headers: ["X-H": value])
    }
    #expect(part?.code == .invalidRequest)
    let type = try await refusal { request in
      request.addPart("a", Upload(Data(), contentType: value))
    }
    #expect(type?.code == .invalidRequest)
  }

  @Test(
    "H2: a header of a part whose name is none, frames something or says what the part is",
    arguments: [
      "X\r\nY", "X Y", "", "Content-Length", "transfer-encoding", "Content_Length",
      "Content-Disposition", "content-type",
    ])
  func h2_partHeaders(name: String) async throws {
    let error = try await refusal { request in
      request.addPart("a", "b", headers: [name: "1"])
    }
    #expect(error?.code == .invalidRequest)
    let member = try await refusal { request in
      request.addParts(["a": "b"], headers: ["a": [name: "1"]])
    }
    #expect(member?.code == .invalidRequest)
  }

  @Test("A path value that would climb", arguments: ["..", ".", ""])
  func h2_climbing(value: String) async throws {
    let error = try await refusal("/x/{id}/y") { request in
      request.setPath("id", value)
    }
    #expect(error?.code == .invalidRequest)
    #expect(error?.reason.contains("'id'") == true)
  }

  @Test("A file that is not there, and one that is a folder; the error does not show where")
  func h2_files() async throws {
    let folder = FileManager.default.temporaryDirectory
    for url in [folder.appending(path: "missing-\(UUID().uuidString)"), folder] {
      let part = try await refusal { request in
        request.addPart("picture", Upload(contentsOf: url))
      }
      #expect(part?.code == .invalidRequest)
      #expect(part?.reason == "the file for the part 'picture' can't be read")
      let body = try await refusal { request in
        request.setBody(Upload(contentsOf: url), contentType: "image/png")
      }
      #expect(body?.reason == "the file for the request body can't be read")
    }
  }

  @Test("A body over its bound, in memory or in a file")
  func h6_bodyOverTheBound() async throws {
    let client = WorkflowClient(maximumRequestBodySize: 10)
    let inMemory = try await refusal(client: client) { request in
      request.setBody("12345678901", contentType: "text/plain")
    }
    #expect(
      inMemory?.reason == "the request body has 11 bytes, more than the client's limit of 10")
    try await withFile(Array(repeating: 0, count: 11)) { url in
      let inFile = try await refusal(client: client) { request in
        request.setBody(Upload(contentsOf: url), contentType: "image/png")
      }
      #expect(inFile?.code == .invalidRequest)
    }
  }
}
