import ArazzoDescriptions
import ArazzoDocuments
import ArazzoExpressions

/// Compiles an XML body that is written as text: values are escaped, and an element or attribute
/// whose whole value is missing is left out (the settled corner "templates").
struct XMLTextCompiler {
  let values: ValueCompiler
  let node: Node

  func value(_ reading: StringReading) -> ValuePlan? {
    switch reading.template {
    case .success(.text(let text)): return value([.text(text)], reading.text)
    case .success(.parts(let parts)):
      return value(parts, reading.text, in: values.mended(reading.text, node, parts))
    case .success(.expression): return value([], reading.text)
    case .failure(let error): return refuse(error.message)
    }
  }

  /// - Parameters:
  ///   - text: The parts as a document would write them.
  ///   - scalar: The string that contains them, if it's in the document.
  func value(
    _ parts: [StringTemplate.Part], _ text: String, in scalar: MendedScalar? = nil
  ) -> ValuePlan? {
    do {
      var reader = XMLTemplateReader()
      for part in parts {
        switch part {
        case .text(let text): try reader.read(text)
        case .expression:
          let compiled = values.template([part], text, node, schema: nil, in: scalar)
          guard case .text(let values)? = compiled?.kind, let value = values.first else {
            return nil
          }
          try reader.insert(value)
        }
      }
      return combined(try reader.finish(), text)
    } catch {
      return refuse(error.message)
    }
  }

  private func refuse(_ message: String) -> ValuePlan? {
    values.diagnostics.error(
      "the payload isn't valid XML: \(message)", at: node.location,
      suggestion: "use placeholders only in the text of elements and in the values of attributes")
    return nil
  }

  private func combined(_ parts: [ValuePlan], _ text: String) -> ValuePlan {
    if parts.count == 1, parts[0].literal != nil { return parts[0] }
    let isSecret = parts.flatMap(\.everyPart).contains(where: \.type.isSecret)
    return ValuePlan(
      kind: .text(parts), type: isSecret ? .secret : .string,
      isOptional: parts.contains(where: \.isOptional), expression: text)
  }
}
