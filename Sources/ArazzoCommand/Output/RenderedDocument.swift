import ArazzoCompiler
import ArazzoSwiftEmitter

/// A document as Swift, before anything is written.
struct RenderedDocument {
  /// As given on the command line.
  let path: String
  /// The name that the files' headers bear.
  let owner: String
  let files: [File]

  /// A file to be written.
  struct File {
    let name: String
    let content: String
  }

  init(path: String, owner: String, files: [File]) {
    self.path = path
    self.owner = owner
    self.files = files
  }

  /// Emits a plan.
  init(
    _ path: String, _ plan: DocumentPlan, options: SwiftEmitter.Options
  ) throws(ToolError) {
    do {
      let files = try SwiftEmitter(options: options).emit(plan).map {
        File(name: $0.name, content: $0.content)
      }
      let owner = files.lazy.compactMap { FileHeader.owner(ofText: $0.content) }.first
      self.init(path: path, owner: owner ?? plan.fileName, files: files)
    } catch let error as TemplateError {
      throw ToolError("template '\(error.template)': \(error.message)")
    } catch {
      throw ToolError("'\(path)' can't be rendered: \(error)")
    }
  }
}
