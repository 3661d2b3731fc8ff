import ArazzoDocuments

extension DocumentOptions {
  /// Whether there is neither a document nor a configuration.
  var isEmpty: Bool { documents.isEmpty && config == nil && standardConfiguration == nil }

  /// The documents to read, with their settings.
  ///
  /// - Returns: `nil` where a mistake was reported.
  func workload(_ settings: Settings, _ report: inout Report) -> Workload? {
    guard let path = config ?? standardConfiguration else {
      return Workload(documents, settings, nil)
    }
    let diagnostics = Diagnostics()
    let configuration = Configuration.read(path, diagnostics)
    report.add(diagnostics)
    guard let configuration else { return nil }
    let workload = Workload(documents, settings, configuration)
    if workload.documents.isEmpty {
      report.add(
        ToolError(
          "'\(path)' lists no document",
          suggestion: "add 'documents:', or put a file beside it whose name ends in"
            + " \(DocumentSearch.endings.map { "'\($0)'" }.joined(separator: ", "))"))
      return nil
    }
    return workload
  }

  /// The configuration of the current folder, used without documents.
  private var standardConfiguration: String? {
    guard documents.isEmpty, FileEntry.following(Configuration.fileName) == .file else {
      return nil
    }
    return Configuration.fileName
  }
}
