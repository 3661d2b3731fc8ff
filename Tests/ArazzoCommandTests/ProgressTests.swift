import Foundation
import Testing

@testable import ArazzoCommand

@Suite("The progress line")
struct ProgressTests {
  private final class Screen: Sendable {
    private let lock = NSLock()
    private nonisolated(unsafe) var shown = ""
    var text: String { lock.withLock { shown } }
    func show(_ text: String) { lock.withLock { shown += text } }
  }

  private func shown(documents: Int, isTerminal: Bool) throws -> String {
    let command = try Command()
    let screen = Screen()
    var terminal = Terminal(isTerminal: isTerminal, hasColor: false)
    terminal.show = { screen.show($0) }
    let paths = try (0..<documents).map { number in
      try command.scratch.write(
        Sample.arazzo.replacing("workflowId: ping", with: "workflowId: ping\(number)"),
        to: "ping\(number).yaml")
    }
    let outcome = CommandLineTool.run(
      paths + ["-o", command.scratch.at("out")], terminal: terminal)
    #expect(outcome.status == .success, "\(outcome.errors)")
    return screen.text
  }

  @Test("counts the documents on a terminal, and is gone at the end")
  func counts() throws {
    let text = try shown(documents: 3, isTerminal: true)
    #expect(text.contains("[1/3] ") && text.contains("[3/3] "))
    #expect(text.hasSuffix("\r\u{1B}[K"))
  }

  @Test("is not there for one document, and not in a build log")
  func quiet() throws {
    #expect(!(try shown(documents: 1, isTerminal: true)).contains("[1/1]"))
    #expect(try shown(documents: 3, isTerminal: false).isEmpty)
  }
}
