#if Store
  import ArazzoRuntime
  import Foundation

  /// An input that a host reads from an environment variable each time a run starts or goes on,
  /// because it is a secret. The store doesn't hold it.
  public struct SecretVariable: Sendable, Hashable {
    /// The name of the input, preceded by the names of the objects that contain it.
    public let path: [String]
    /// The environment variable. One that is empty counts as missing.
    public let variable: String
    /// Whether the variable contains JSON: for an array or an object with secrets in it.
    public let isJSON: Bool

    /// Creates the description of a secret input.
    public init(_ path: String..., from variable: String, isJSON: Bool = false) {
      self.path = path
      self.variable = variable
      self.isJSON = isJSON
    }
  }

  /// The secrets of a workflow that its host supplies.
  struct SuppliedSecrets: Sendable {
    typealias Supply = (path: [String], value: JSONValue)

    var values: [String: Secret] = [:]
    var variables: [SecretVariable] = []

    /// Those that are there.
    func values(in environment: [String: String]) throws(WorkflowStoreError) -> [Supply] {
      var supplies = values.map { ([$0], JSONValue.string($1.revealed)) }
      for secret in variables {
        guard let text = environment[secret.variable], !text.isEmpty else { continue }
        supplies.append((secret.path, try secret.value(of: text)))
      }
      return supplies
    }

    /// The variables that are not set.
    func missing(in environment: [String: String]) -> [SecretVariable] {
      variables.filter { environment[$0.variable]?.isEmpty ?? true }
    }

    /// What to do where a run needs a secret that isn't there.
    func instruction(for path: [String]) -> String {
      guard let secret = variables.first(where: { $0.path == path }) else {
        return "give it to StoredWorkflow(secrets:)"
      }
      return "set the environment variable \(secret.variable)"
    }
  }

  extension SecretVariable {
    fileprivate func value(of text: String) throws(WorkflowStoreError) -> JSONValue {
      guard isJSON else { return .string(text) }
      do {
        return try JSONValue(parsing: text)
      } catch {
        throw WorkflowStoreError(
          .missingSecret,
          "the input '\(path.joined(separator: "."))' isn't JSON (environment variable: \(variable))",
          underlyingError: error)
      }
    }
  }
#endif
