import ArazzoDescriptions
import ArazzoDocuments

extension SuccessResponses {
  /// The result of looking up a JSON Pointer in the bodies of successful responses.
  enum Lookup {
    /// The schemas there; `isRequired` is true where every body has the value.
    case found([Schema], isRequired: Bool)
    /// No description declares it.
    case undescribed
    /// No body has it.
    case absent(Schema.Absence)
    /// No body has values inside: the media types that there are.
    case opaque([MediaType])
    /// There is no body: the statuses that have none.
    case bodiless([String])
  }

  func lookup(_ tokens: [String]) -> Lookup {
    var schemas: [Schema] = []
    var areRequired = true
    var isUndescribed = false
    var absence: Schema.Absence?
    var opaque: [MediaType] = []
    var bodiless: [String] = []
    for body in bodies {
      switch body {
      case .json(nil), .events: isUndescribed = true
      case .text(let media), .bytes(let media): opaque.append(media)
      case .bodiless(let status): bodiless.append(status)
      case .json(let schema?):
        switch schema.lookup(JSONPointer(tokens: tokens)) {
        case .found(let schema, let isRequired):
          schemas.append(schema)
          areRequired = areRequired && isRequired
        case .undescribed: isUndescribed = true
        case .absent(let found): absence = absence ?? found
        }
      }
    }
    if isUndescribed { return .undescribed }
    if !schemas.isEmpty {
      return .found(schemas, isRequired: areRequired && schemas.count == bodies.count)
    }
    if let absence { return .absent(absence) }
    if !opaque.isEmpty { return .opaque(opaque) }
    return bodiless.isEmpty || !bodiless.allSatisfy(\.neverHasContent)
      ? .undescribed : .bodiless(bodiless)
  }

  /// The representation of a whole body: JSON, text or bytes.
  enum Whole: Equatable {
    /// JSON, or a list of events.
    case json
    /// A text; the type is that of its schema.
    case text(TypePlan)
    case bytes
    /// JSON, a text or bytes, as what comes has it.
    case any
  }

  var whole: Whole {
    let wholes = bodies.compactMap(\.whole)
    guard let first = wholes.first else { return .json }
    return wholes.allSatisfy { $0 == first } ? first : .any
  }

  /// The type of a header field's value, and whether every response has the field.
  func header(_ name: String) -> (type: TypePlan, isRequired: Bool) {
    let fields = responses.map { response in
      response.headers.first { $0.name.lowercased() == name.lowercased() }
    }
    let declared = fields.compactMap(\.self)
    let types = Set(declared.map { $0.schema?.scalarType.withoutNull ?? .string })
    let isScalar = types.allSatisfy(\.isReadFromText)
    return (
      types.count == 1 && isScalar ? types.first ?? .string : .string,
      !fields.isEmpty && declared.count == fields.count && declared.allSatisfy(\.isRequired)
    )
  }
}

extension SuccessResponses.Body {
  fileprivate var whole: SuccessResponses.Whole? {
    switch self {
    case .json: .json
    case .events(let schema): schema?.kinds == [.string] ? .text(.string) : .json
    case .text(let media): .text(media.textType)
    case .bytes: .bytes
    case .bodiless: nil
    }
  }
}

extension MediaType {
  /// The type of a whole text: a scalar if the schema declares one.
  fileprivate var textType: TypePlan {
    guard name.mediaType == "text/plain", let type = schema?.scalarType.withoutNull,
      type.isReadFromText
    else { return .string }
    return type
  }
}

extension TypePlan {
  /// Whether it is a scalar that is read from the text of a header field or a body.
  fileprivate var isReadFromText: Bool {
    [.integer, .unsigned, .number, .boolean, .secret].contains(self)
  }
}

extension String {
  /// Whether a response with this status has no content whatever its description says (RFC 9110,
  /// 15.3.5, 15.3.6 and 15.4.5).
  fileprivate var neverHasContent: Bool { ["204", "205", "304"].contains(self) }
}

extension [Schema] {
  /// The common schema of all of them; `nil` if they differ.
  var common: Schema? {
    guard let first else { return nil }
    let isOne = dropFirst().allSatisfy {
      $0.isInterchangeable(with: first) || !$0.identity.isEmpty && $0.identity == first.identity
    }
    return isOne ? first : nil
  }
}
