import ArazzoDocuments

/// A parsed operation, kept with its diagnostics for the next step that uses it.
struct OperationReading {
  let operation: Operation?
  let findings: [Diagnostic]
}

extension OpenAPIDescription {
  /// Reads one operation: path-level parameters merged, `$ref`s followed.
  ///
  /// An operation is parsed once; its diagnostics are reported again for the next step that uses
  /// it.
  ///
  /// - Returns: `nil` where an error was reported.
  package func operation(_ entry: OperationEntry, _ diagnostics: Diagnostics) -> Operation? {
    let key = "\(entry.method) \(entry.path)"
    if let known = readings[key] {
      known.findings.forEach(diagnostics.add)
      return known.operation
    }
    let own = Diagnostics()
    let operation = OperationReader(self, own).operation(entry)
    let reading = OperationReading(
      operation: own.hasErrors ? nil : operation,
      findings: own.all)
    readings[key] = reading
    own.all.forEach(diagnostics.add)
    return reading.operation
  }
}
