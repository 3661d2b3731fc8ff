@_spi(Generated) import ArazzoRuntime

/// The serialization of a parameter or form field (OpenAPI, Parameter Object, "Style Values").
///
/// Call a style to change `explode` or to allow reserved characters: `.form(explode: false)`.
@_spi(Generated) public struct ParameterStyle: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case simple, label, matrix, segments, form, spaceDelimited, pipeDelimited, tabDelimited
    case deepObject, cookie, json
  }

  let kind: Kind
  private(set) var explode = false
  private(set) var allowsReserved = false

  /// `a,b`: the default in a path and a header.
  public static let simple = ParameterStyle(kind: .simple)
  /// `.a.b`, in a path.
  public static let label = ParameterStyle(kind: .label)
  /// `;name=a;name=b`, in a path.
  public static let matrix = ParameterStyle(kind: .matrix)
  /// `a/b`, in a path: one segment for each element.
  public static let segments = ParameterStyle(kind: .segments, explode: true)
  /// `name=a&name=b`: the default in a query and a cookie.
  public static let form = ParameterStyle(kind: .form, explode: true)
  /// `name=a%20b`, in a query.
  public static let spaceDelimited = ParameterStyle(kind: .spaceDelimited)
  /// `name=a%7Cb`, in a query.
  public static let pipeDelimited = ParameterStyle(kind: .pipeDelimited)
  /// `name=a%09b`, in a query (Swagger 2.0).
  public static let tabDelimited = ParameterStyle(kind: .tabDelimited)
  /// `name[member]=a` with encoded brackets, in a query. Nested objects have more brackets, and the
  /// elements of an array are numbered from 0.
  public static let deepObject = ParameterStyle(kind: .deepObject, explode: true)
  /// `name=a; name=b`, in a cookie, without encoding.
  public static let cookie = ParameterStyle(kind: .cookie, explode: true)
  /// The value as JSON text, for a parameter with `content` or a field with that content type.
  public static let json = ParameterStyle(kind: .json)

  /// The style with other options.
  ///
  /// - Parameters:
  ///   - explode: Whether each element or member is written separately; `nil` keeps the default.
  ///   - allowReserved: Whether reserved characters and triples such as `%2F` stay unencoded,
  ///     except those that end the part of the URL.
  public func callAsFunction(explode: Bool? = nil, allowReserved: Bool = false) -> ParameterStyle {
    var style = self
    style.explode = explode ?? self.explode
    style.allowsReserved = allowReserved
    return style
  }
}

extension ParameterStyle {
  /// The parameter with its name where the style has it; `nil` where there is nothing to write.
  func written(
    _ value: JSONValue, _ name: String, in place: ParameterPlace
  ) throws(ParameterWriter.Refusal) -> String? {
    switch kind {
    case .json:
      guard value != .null else { return nil }
      return try writer(name, in: place).written(.string(value.description))
    case .deepObject:
      var written: [String] = []
      for (name, scalar) in value.scalars(under: name) {
        written += [try writer(name, in: place).written(scalar)].compactMap(\.self)
      }
      return written.isEmpty ? nil : written.joined(separator: "&")
    case .simple, .label, .matrix, .segments, .form, .spaceDelimited, .pipeDelimited,
      .tabDelimited, .cookie:
      return try writer(name, in: place).written(value)
    }
  }

  func writer(_ name: String, in place: ParameterPlace) -> ParameterWriter {
    var writer = ParameterWriter(name, in: place)
    writer.explode = explode
    switch kind {
    case .label: (writer.prefix, writer.separator) = (".", ".")
    case .matrix:
      (writer.prefix, writer.separator, writer.keepsEqualsSign) = (";", ";", false)
      writer.name = PercentEncoding.value(name)
    case .segments: writer.separator = "/"
    case .spaceDelimited: writer.comma = "%20"
    case .tabDelimited: writer.comma = "%09"
    case .pipeDelimited: writer.comma = "%7C"
    case .cookie: writer.encode = ParameterWriter.cookieText
    case .simple, .form, .deepObject, .json: break
    }
    if allowsReserved, place == .path || place == .query {
      let excluded = place == .path ? "/?#[]" : "#[]"
      writer.encode = { PercentEncoding.reserved($0, except: excluded) }
    }
    return writer
  }
}

extension JSONValue {
  /// Every scalar in the value under its name, `name[member][0]`.
  func scalars(under name: String) -> [(name: String, value: JSONValue)] {
    switch self {
    case .null: []
    case .bool, .number, .string: [(name, self)]
    case .array(let elements):
      elements.enumerated().flatMap { $1.scalars(under: "\(name)[\($0)]") }
    case .object(let members): members.flatMap { $1.scalars(under: "\(name)[\($0)]") }
    }
  }
}
