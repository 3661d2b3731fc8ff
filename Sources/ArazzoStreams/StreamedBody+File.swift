import Foundation

extension StreamedBody {
  /// The body as one file, which only its owner can read.
  package func wholeFile() throws -> (url: URL, isTemporary: Bool) {
    if pieces.count == 1, case .file(let url, _) = pieces[0] { return (url, false) }
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let isMade = FileManager.default.createFile(
      atPath: url.path(percentEncoded: false), contents: nil, attributes: [.posixPermissions: 0o600]
    )
    guard isMade else { throw CocoaError(.fileWriteUnknown) }
    do {
      let file = try FileHandle(forWritingTo: url)
      defer { try? file.close() }
      try read { try file.write(contentsOf: $0) }
    } catch {
      try? FileManager.default.removeItem(at: url)
      throw error
    }
    return (url, true)
  }
}
