/// The hash of all documents that an output depends on, the same on every machine.
enum InputHash {
  /// Hashes names without folders and contents: the description first, then what it names, in an
  /// order that does not depend on when each was read.
  static func of(_ inputs: [(name: String, bytes: [UInt8])]) -> String {
    let records = inputs.map { record($0.name, $0.bytes) }
    let sources = records.dropFirst().sorted { $0.lexicographicallyPrecedes($1) }
    return SHA256.hexDigest((records.prefix(1) + sources).flatMap { $0 })
  }

  /// Name and content, each closed so that no two lists of documents run together to the same
  /// bytes.
  private static func record(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    Array("\(name.lastPathComponent)\0\(bytes.count)\0".utf8) + bytes
  }
}
