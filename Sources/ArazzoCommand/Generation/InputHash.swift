import ArazzoDescriptions
import ArazzoDocuments

/// The hash of all documents that an output depends on, the same on every machine.
enum InputHash {
  /// Hashes names without folders and contents: the description first, then what it names, in an
  /// order that does not depend on when each was read.
  ///
  /// Of each content only its own hash goes in: the documents of a run share it with the content.
  static func of(_ inputs: [SourceFile]) -> String {
    let records = inputs.map { "\($0.name.lastPathComponent)\0\($0.digest)\0" }
    let all = records.prefix(1) + records.dropFirst().sorted()
    return SHA256.hexDigest(Array(all.joined().utf8))
  }
}
