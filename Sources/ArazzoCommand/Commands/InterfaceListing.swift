import ArazzoSwiftEmitter

/// The Swift names of a document's code, as `list` shows them.
extension GeneratedInterface {
  var json: JSONTree {
    [
      "servers": .array(servers.map(\.json)),
      "securitySchemes": .array(securitySchemes.map(\.json)),
    ]
  }
}

extension GeneratedInterface.Workflow {
  var json: JSONTree {
    [
      "file": .string(file), "imports": .array(imports.map(JSONTree.string)),
      "function": .string(function), "parameters": .array(parameters.map(\.json)),
      "result": .optional(result), "inputs": .optional(inputs), "outputs": .optional(outputs),
      "outcome": .optional(outcome), "endings": .array(endings.map(\.json)),
      "state": .optional(state),
    ]
  }
}

extension GeneratedInterface.Ending {
  fileprivate var json: JSONTree {
    [
      "ending": .string(name), "kind": .string(kind.rawValue), "case": .string(caseName),
      "values": .array(values.map(JSONTree.string)),
    ]
  }
}

extension GeneratedInterface.Parameter {
  fileprivate var json: JSONTree {
    [
      "label": .optional(label), "type": .string(type), "hasDefault": .bool(hasDefault),
      "inputsOf": .optional(inputsOf),
    ]
  }
}

extension GeneratedInterface.Constant {
  fileprivate var json: JSONTree {
    ["source": .string(source), "name": .string(name), "constant": .string(constant)]
  }
}
