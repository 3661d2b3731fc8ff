/// Compiles documents for a command that shows their plans.
struct PlanReader {
  let input: DocumentOptions
  let place: ToolPlace
  /// Whether notes are shown too.
  var showsNotes = false

  /// - Parameter show: Makes what goes to standard output.
  func outcome(_ show: ([CompiledDocument]) throws(ToolError) -> String) -> Outcome {
    var report = Report(terminal: place.terminal, showsNotes: showsNotes)
    if input.isEmpty { return Outcome(.usage, errors: Help.noDocument) }
    guard let workload = input.workload(input.settings, &report) else {
      return Outcome(.failure, errors: report.text)
    }
    let documents = CompiledDocument.compile(workload.documents, sharing: place.sources)
    documents.forEach { report.add($0) }
    if !report.hasErrors {
      UnusedSettingCheck(documents: documents).errors.forEach { report.add($0) }
    }
    guard !report.hasErrors else { return Outcome(.failure, errors: report.text) }
    do {
      return Outcome(.success, output: try show(documents), errors: report.text)
    } catch {
      report.add(error)
      return Outcome(.failure, errors: report.text)
    }
  }
}
