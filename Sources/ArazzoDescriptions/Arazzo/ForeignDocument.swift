import ArazzoDocuments

/// A document that is not an Arazzo description, such as OpenAPI, AsyncAPI or a Postman collection.
struct ForeignDocument {
  /// With its article: "an OpenAPI 3.0.3 document".
  let name: String
  let location: Location
  let advice: String

  init?(_ mapping: Node.Mapping) {
    if let known = Self.description(mapping) {
      self = known
    } else if let info = mapping["info"]?.mapping, let mark = Self.postmanMark(info) {
      self.init(
        name: "a Postman collection", location: mark,
        advice: "workflows call operations of an OpenAPI description: export one, and describe "
          + "the workflow in a document that begins with 'arazzo: 1.0.1'")
    } else {
      return nil
    }
  }

  private init(name: String, location: Location, advice: String) {
    self.name = name
    self.location = location
    self.advice = advice
  }

  private static func description(_ mapping: Node.Mapping) -> ForeignDocument? {
    let titles = [
      ("openapi", "an OpenAPI"), ("swagger", "a Swagger"), ("asyncapi", "an AsyncAPI"),
    ]
    for (field, title) in titles {
      guard let member = mapping.member(field) else { continue }
      let version = (member.value.string ?? member.value.number).map { " \($0)" } ?? ""
      return ForeignDocument(
        name: "\(title)\(version) document", location: member.key.location,
        advice: "pass an Arazzo description whose 'sourceDescriptions' name this document")
    }
    return nil
  }

  private static func postmanMark(_ info: Node.Mapping) -> Location? {
    if let id = info.member("_postman_id") { return id.key.location }
    guard let schema = info["schema"], schema.string?.contains("getpostman.com") == true else {
      return nil
    }
    return schema.location
  }
}
