import ArazzoDocuments

/// The contents of `arazzo-gen.yaml`.
struct Configuration {
  /// The name that the tool looks for, and that the plugins look for in a target's folder.
  static let fileName = "arazzo-gen.yaml"

  /// As given.
  let path: String
  /// What holds for every document.
  var settings = Settings()
  /// In the order of the file; `nil` without the key.
  var documents: [Document]?

  /// A document with its own settings.
  struct Document {
    /// Seen from the current folder.
    let path: Located<String>
    var settings = Settings()
  }
}

extension Configuration {
  /// Reads a configuration; what is wrong about it is reported.
  ///
  /// - Returns: `nil` where anything was.
  static func read(_ path: String, _ diagnostics: Diagnostics) -> Configuration? {
    let loader = SourceLoader()
    guard let root = loader.description(path, diagnostics) else { return nil }
    loader.files.remarks.forEach(diagnostics.add)
    let reader = ConfigurationReader(folder: path.folder, diagnostics: diagnostics)
    let configuration = reader.configuration(root, path: path)
    return diagnostics.hasErrors ? nil : configuration
  }
}

extension String {
  /// The text before the last slash, with it; empty for a name alone.
  var folder: String { lastIndex(of: "/").map { String(self[...$0]) } ?? "" }

  /// The path as seen from the current folder, where it is seen from `folder`.
  func seen(from folder: String) -> String {
    if hasPrefix("/") || folder.isEmpty || folder == "./" || contains("://") { return self }
    return folder + (hasPrefix("./") ? String(dropFirst(2)) : self)
  }
}
