/// Several generated files as one, for a build that has to know its outputs before they are written.
struct SingleFile {
  private var header: [Substring] = []
  private var imports: Set<Substring> = []
  private var bodies: [String] = []

  /// - Parameter contents: Each begins with comment lines and imports, the comments the same in all.
  init(_ contents: [String]) {
    for content in contents {
      let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
      let comments = lines.prefix { $0.hasPrefix("//") }
      let top = lines.dropFirst(comments.count).prefix { $0.isEmpty || $0.isImport }
      if header.isEmpty { header = Array(comments) }
      imports.formUnion(top.filter(\.isImport))
      bodies.append(
        lines.dropFirst(comments.count + top.count).joined(separator: "\n").trimmedAtEnd)
    }
  }

  var content: String {
    let sorted = imports.sorted {
      $0.split(separator: " ").last ?? "" < $1.split(separator: " ").last ?? ""
    }
    let top = (header + [""] + sorted).joined(separator: "\n")
    return ([top] + bodies).joined(separator: "\n\n") + "\n"
  }
}

extension Substring {
  fileprivate var isImport: Bool {
    hasPrefix("import ") || contains(" import ") && !hasPrefix("//")
  }
}
