import ArazzoDescriptions
import ArazzoDocuments

/// What a step sends, held against the API description.
extension OperationCompiler {
  /// To be called when nothing was wrong with the values: they are compiled once more.
  func checkSent(_ parameters: [Parameter]) {
    for parameter in parameters {
      let declared = declaration(parameter)
      guard let declared, declared.contentType == nil else { continue }
      var checker = sentValues(isText: true)
      checker.isRequired = declared.isRequired
      checker.name = parameter.name.value
      checker.check(
        parameter.value, declared.schema,
        as: "parameter \(parameter.name.value.quotedForMessage)")
    }
    checkPayload()
  }

  private func checkPayload() {
    guard let body = step.requestBody, let payload = body.payload, !operation.method.hasNoBody,
      // What is replaced is not sent as it is written.
      body.replacements.isEmpty,
      let content = operation.requestBody?.content
    else { return }
    let type = body.contentType?.value.mediaType
    let declared = content.first { type == nil ? $0.isJSON : $0.name.mediaType == type }
    guard let declared, declared.isJSON || declared.name.isFormMediaType,
      let value = declared.isJSON ? BodyCompiler(operation: self).structured(payload) : payload,
      declared.isJSON || value.text == nil
    else { return }
    sentValues(isText: !declared.isJSON).check(value, declared.schema, as: "the body")
  }

  private func sentValues(isText: Bool) -> SentValueChecker {
    SentValueChecker(
      values: values, operation: "\(operation.method) \(operation.path)", isText: isText)
  }
}
