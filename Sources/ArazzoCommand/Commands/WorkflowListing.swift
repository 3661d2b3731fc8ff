import ArazzoCompiler

/// A workflow as `list` shows it.
struct WorkflowListing {
  private let plan: WorkflowPlan
  /// The types of response values in the plan's document.
  private let types: [DeclarationPlan]

  init(_ plan: WorkflowPlan, types: [DeclarationPlan]) {
    self.plan = plan
    self.types = types
  }

  var json: JSONTree {
    [
      "workflow": .string(plan.name), "summary": .optional(plan.summary),
      "inputs": .array(
        plan.inputs.fields.map { field in
          [
            "name": .string(field.name), "type": .string(field.type.words()),
            "required": .bool(!field.isOptional && field.defaultValue == nil),
            "description": .optional(field.description),
          ]
        }),
      "outputs": .array(
        plan.outputs.map { output in
          [
            "name": .string(output.name), "type": .string(output.type.words(types)),
            "required": .bool(!output.isOptional),
          ]
        }),
      "endings": .array(plan.endings.map { .string($0.name) }),
      "steps": .array(
        plan.everyStep.map { ["step": .string($0.id), "call": .string($0.call.summary)] }),
      "operations": .array(operations.map(JSONTree.string)),
    ]
  }

  /// The cells of its rows: a line for each input, output and operation, side by side.
  fileprivate var rows: [[String]] {
    let columns = [
      [plan.name], plan.inputs.fields.map(\.cell),
      plan.outputs.map { $0.name + ($0.isOptional ? "?" : "") + ": " + $0.type.words(types) },
      operations,
    ]
    let height = columns.map(\.count).max() ?? 1
    return (0..<height).map { row in columns.map { $0.indices.contains(row) ? $0[row] : "" } }
  }

  private var operations: [String] { plan.everyStep.map(\.call.summary).removingDuplicates() }
}

extension [WorkflowListing] {
  /// Columns as wide as they must be; each workflow begins on a line of its own.
  var table: String {
    let head = ["WORKFLOW", "INPUTS", "OUTPUTS", "CALLS"]
    let blocks = map(\.rows)
    let all = [head] + blocks.joined()
    let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      var text = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }
    return line(head) + blocks.map { $0.map(line).joined() }.joined(separator: "\n")
  }
}

extension FieldPlan {
  fileprivate var cell: String {
    let value = defaultValue?.scalarText.map { " = " + $0 } ?? ""
    return name + (isOptional ? "?" : "") + ": " + type.words() + value
  }
}

extension LiteralPlan {
  fileprivate var scalarText: String? {
    switch self {
    case .bool(let bool): String(bool)
    case .number(let digits): digits
    case .string(let text): "\"\(text)\""
    case .null: "null"
    case .array, .object: nil
    }
  }
}

extension TypePlan {
  /// The type in the words of JSON Schema.
  ///
  /// - Parameter types: Those of responses' values, which have names.
  fileprivate func words(_ types: [DeclarationPlan] = []) -> String {
    switch self {
    case .declared(let id): types.first { $0.id == id }?.name ?? "object"
    case .string: "string"
    case .secret: "secret"
    case .integer, .unsigned: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .data, .upload: "bytes"
    case .timestamp: "date-time"
    case .uuid: "uuid"
    case .url: "uri"
    case .json: "any"
    case .nullable(let inner): inner.words(types) + "|null"
    case .array(let element): "[\(element.words(types))]"
    case .dictionary(let value): "{string: \(value.words(types))}"
    case .structure, .enclosing: "object"
    case .enumeration(let plan):
      plan.values.count <= 4 ? plan.values.joined(separator: "|") : "enum of \(plan.values.count)"
    }
  }
}
