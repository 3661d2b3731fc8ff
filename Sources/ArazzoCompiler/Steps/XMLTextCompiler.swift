import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// An XML body written as text: what stands in it is escaped, and an element or attribute whose whole
/// value is missing is left out (the settled corner "templates").
struct XMLTextCompiler {
  let values: ValueCompiler
  let node: Node

  func value(_ text: String) -> ValuePlan? {
    do {
      var reader = XMLTemplateReader()
      for part in try parts(text) {
        switch part {
        case .text(let text): try reader.read(text)
        case .expression:
          let compiled = values.template(
            [part], text, node, schema: nil, in: values.mended(text, node))
          guard case .text(let values)? = compiled?.kind, let value = values.first else {
            return nil
          }
          try reader.insert(value)
        }
      }
      return combined(try reader.finish(), text)
    } catch {
      values.diagnostics.error(
        "the payload is no XML that can be written: \(error.message)", at: node.location,
        suggestion: "a placeholder stands in the text of an element or in an attribute's value")
      return nil
    }
  }

  private func parts(_ text: String) throws(XMLTemplateReader.Mistake) -> [StringTemplate.Part] {
    do {
      switch try StringTemplate.parse(text) {
      case .text(let text): return [.text(text)]
      case .parts(let parts): return parts
      case .expression: return []
      }
    } catch {
      throw XMLTemplateReader.Mistake(error.message)
    }
  }

  private func combined(_ parts: [ValuePlan], _ text: String) -> ValuePlan {
    if parts.count == 1, parts[0].literal != nil { return parts[0] }
    let isSecret = parts.contains(where: \.holdsSecret)
    return ValuePlan(
      kind: .text(parts), type: isSecret ? .secret : .string,
      isOptional: parts.contains(where: \.isOptional), expression: text)
  }
}

extension ValuePlan {
  fileprivate var holdsSecret: Bool { type.isSecret || parts.contains(where: \.holdsSecret) }
}
