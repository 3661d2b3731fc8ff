/// What a server said of a request that it did not accept.
///
/// It is read where the status is 400 or more, or the media type is that of problem details; what
/// the server sends along with a success is not for an error to show.
struct ServerAnswer {
  /// How many bytes of a body are looked at.
  private static let limit = 65_536

  private let response: StepResponse
  private let secrets: SecretTexts

  init?(_ response: StepResponse?, hiding secrets: SecretTexts) {
    guard let response, (1...Self.limit).contains(response.body.bytes.count),
      response.statusCode >= 400 || response.body.mediaType?.isProblem == true
    else { return nil }
    self.response = response
    self.secrets = secrets
  }

  /// The problem details, if that is what came.
  var problem: ProblemDetails? {
    guard response.body.mediaType?.isProblem == true,
      case .object(let members)? = response.body.json
    else { return nil }
    func text(_ name: String) -> String? { members[name].flatMap { masked($0) }.map(\.text) }
    return ProblemDetails(
      type: text("type"), title: text("title"), detail: text("detail"), instance: text("instance"),
      status: members["status"].flatMap(Int.init(lossless:)))
  }

  /// The start of a textual body on one line.
  var text: String? {
    let text: String?
    if let json = response.body.json {
      text = masked(json)?.description
    } else if response.body.mediaType?.isText ?? response.body.bytes.isPlainText {
      text = response.body.text.map { secrets.shown($0) }
    } else {
      text = nil
    }
    return text.map(SecretTexts.shortened)
  }

  /// The value without secrets, and without the members that are named after one.
  private func masked(_ value: JSONValue) -> JSONValue? {
    switch value {
    case .null, .bool: value
    case .number(let number):
      secrets.masked(number.description) == number.description ? value : .string(Secret.placeholder)
    case .string(let text): .string(secrets.shown(text))
    case .array(let elements): .array(elements.compactMap(masked))
    case .object(let members):
      .object(
        JSONObject(
          members.map { name, value in
            SecretNames.contains(name)
              ? (name, .string(Secret.placeholder)) : (secrets.masked(name), masked(value) ?? .null)
          }))
    }
  }
}

/// Problem details in a response, secrets masked (RFC 9457).
public struct ProblemDetails: Sendable, Hashable {
  /// A URI for the type of the problem.
  public let type: String?
  /// A summary of the type of the problem.
  public let title: String?
  /// A description of this occurrence.
  public let detail: String?
  /// A URI for this occurrence.
  public let instance: String?
  /// The status code that the server generated.
  public let status: Int?

  /// What there is to tell of it in one line.
  var text: String? {
    let words = [title, detail].compactMap(\.self)
    return words.isEmpty ? type : words.joined(separator: ": ")
  }
}

extension [UInt8] {
  /// Whether they are UTF-8 without a control character that no text has.
  fileprivate var isPlainText: Bool {
    String(decoding: self, as: UTF8.self).utf8.elementsEqual(self)
      && allSatisfy { $0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0) }
  }
}
