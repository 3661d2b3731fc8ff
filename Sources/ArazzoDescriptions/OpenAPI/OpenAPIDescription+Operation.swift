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

  /// A security scheme of `components` by its name.
  package func securityScheme(_ name: String) -> SecurityScheme? {
    let schemes = root[isSwagger ? "securityDefinitions" : "components"]
    guard let node = isSwagger ? schemes?[name] : schemes?["securitySchemes"]?[name],
      let scheme = try? resolve(node), let type = scheme["type"]?.string
    else { return nil }
    return SecurityScheme(name: name, kind: Self.kind(type, scheme))
  }

  private static func kind(_ type: String, _ scheme: Node) -> SecurityScheme.Kind {
    switch type {
    case "http":
      return .http(scheme: scheme["scheme"]?.string?.lowercased() ?? "")
    case "basic": return .http(scheme: "basic")
    case "apiKey":
      guard let name = scheme["name"]?.string, let place = scheme["in"]?.string else {
        return .other(type)
      }
      return .apiKey(name: name, place: place)
    case "oauth2", "openIdConnect": return .oauth2
    default: return .other(type)
    }
  }
}
