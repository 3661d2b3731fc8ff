import ArazzoDocuments

@testable import ArazzoExpressions

/// Syntax trees as short text, so that a test is a table.
extension RuntimeExpression {
  var rendered: String {
    switch self {
    case .url: "url"
    case .method: "method"
    case .statusCode: "statusCode"
    case .selfURL: "self"
    case .request(let part): "request \(part.rendered)"
    case .response(let part): "response \(part.rendered)"
    case .message(let part): "message \(part.rendered)"
    case .inputs(let reference): "inputs \(reference.rendered)"
    case .outputs(let reference): "outputs \(reference.rendered)"
    case .steps(let id, let reference):
      "steps \(id) \(reference.rendered)"
    case .workflows(let id, let part, let reference):
      "workflows \(id) \(part.rawValue) \(reference.rendered)"
    case .sourceDescriptions(let name, let reference): "source \(name) \(reference)"
    case .components(let kind, let name): "components \(kind) \(name)"
    }
  }
}

extension RuntimeExpression.Reference {
  var rendered: String { path + (pointer.map { " #\($0)" } ?? "") }
}

extension RuntimeExpression.MessagePart {
  var rendered: String {
    switch self {
    case .header(let name, let cookie):
      "header \(name)" + (cookie.map { " (cookie \($0))" } ?? "")
    case .query(let name): "query \(name)"
    case .path(let name): "path \(name)"
    case .body(let pointer, let dotted):
      "body" + (pointer.map { " #\($0)" } ?? "") + (dotted ? " (dotted)" : "")
    }
  }
}

extension StringTemplate {
  var rendered: String {
    switch self {
    case .expression(let whole): "whole <\(whole.expression.rendered)>"
    case .text(let text): "text \(text)"
    case .parts(let parts): parts.map(\.rendered).joined(separator: "|")
    }
  }
}

extension StringTemplate.Part {
  var rendered: String {
    switch self {
    case .text(let text): text
    case .expression(let part, let offset, let isBraced):
      (isBraced ? "braced" : "bare") + "@\(offset)<\(part.expression.rendered)>"
    }
  }
}

extension Literal {
  var rendered: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let digits): digits
    case .string(let text): "'\(text)'"
    }
  }
}

extension Condition {
  var rendered: String {
    switch self {
    case .or(let operands): "(or \(operands.map(\.rendered).joined(separator: " ")))"
    case .and(let operands): "(and \(operands.map(\.rendered).joined(separator: " ")))"
    case .not(let operand): "(not \(operand.rendered))"
    case .comparison(let comparison, let left, let right):
      "(\(comparison.rawValue) \(left.rendered) \(right.rendered))"
    case .operand(let operand): operand.rendered
    }
  }
}

extension WrittenValue {
  var rendered: String {
    switch self {
    case .literal(let literal): literal.rendered
    case .expression(let parsed, _): "<\(parsed.expression.rendered)>"
    case .template(let template, let offset): "template@\(offset)[\(template.rendered)]"
    }
  }
}
