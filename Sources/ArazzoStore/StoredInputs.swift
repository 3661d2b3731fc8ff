#if Store
  import ArazzoRuntime

  /// The inputs of a run as the file holds them: without what the host supplies, but with where it
  /// belongs, so that the run goes on with the same inputs or not at all.
  struct StoredInputs: Sendable {
    private let inputs: JSONValue
    /// The paths of what the host supplied when the run was started.
    let supplied: [[String]]

    init(_ inputs: JSONValue, without secrets: [SuppliedSecrets.Supply]) {
      self.inputs = secrets.reduce(inputs) { $0.setting(nil, at: $1.path[...]) }
      supplied = secrets.map(\.path)
    }

    /// Reads what the file holds.
    init(_ json: JSONValue) {
      inputs = json["inputs"] ?? [:]
      supplied = json["secrets"]?.elements.map { $0.elements.flatMap(\.texts) } ?? []
    }

    /// What the file holds.
    var json: JSONValue {
      let paths = supplied.map { JSONValue.array($0.map(JSONValue.string)) }
      return ["inputs": inputs, "secrets": .array(paths)]
    }

    /// The inputs with secrets.
    func completed(with secrets: [SuppliedSecrets.Supply]) -> JSONValue {
      secrets.reduce(inputs) { $0.setting($1.value, at: $1.path[...]) }
    }
  }

  extension JSONValue {
    /// Every string in it.
    var texts: [String] {
      switch self {
      case .string(let text): [text]
      case .array(let elements): elements.flatMap(\.texts)
      case .object(let members): members.flatMap(\.value.texts)
      case .null, .bool, .number: []
      }
    }

    fileprivate var elements: [JSONValue] {
      if case .array(let elements) = self { elements } else { [] }
    }

    /// The value with another member inside nested objects that are there; with `nil`, without it.
    fileprivate func setting(_ value: JSONValue?, at path: ArraySlice<String>) -> JSONValue {
      guard let name = path.first else { return value ?? self }
      guard case .object(var members) = self else { return self }
      members[name] = path.count == 1 ? value : members[name]?.setting(value, at: path.dropFirst())
      return .object(members)
    }
  }
#endif
