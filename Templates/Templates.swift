/// The Mustache templates that shape the generated code, embedded in the tool.
package enum Templates {
  /// The text of each template by its name, which is its file's name without `.mustache`.
  package static let all: [String: [UInt8]] = [
    "workflow": PackageResources.workflow_mustache
  ]
}
