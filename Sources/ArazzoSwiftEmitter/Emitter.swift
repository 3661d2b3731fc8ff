import ArazzoCompiler

/// Plan in, Swift source out, through the templates.
package struct SwiftEmitter {
  package struct Options: Sendable {
    package enum Access: String, Sendable, CaseIterable { case `public`, `package`, `internal` }

    package var access: Access
    /// The version in the file header.
    package var generatorVersion: String
    /// A hash over all input documents, for the file header.
    package var inputHash: String
    /// Templates by name that take the place of the built-in ones.
    package var templates: [String: String]

    package init(
      access: Access = .internal, generatorVersion: String, inputHash: String,
      templates: [String: String] = [:]
    ) {
      self.access = access
      self.generatorVersion = generatorVersion
      self.inputHash = inputHash
      self.templates = templates
    }
  }

  /// A file to be written.
  package struct File: Sendable {
    /// A plain file name, as `RunAppAndPoll.swift`.
    package var name: String
    package var content: String
  }

  package let options: Options

  package init(options: Options) { self.options = options }

  /// Emits one file a workflow and one for what they share.
  ///
  /// - Throws: ``TemplateError`` where a replaced template can't be read.
  package func emit(_ plan: DocumentPlan) throws -> [File] { [] }
}

/// Why a template can't be used.
package struct TemplateError: Error {
  package let template: String
  package let message: String
}
