#if Temporal
  public import Foundation

  /// A value as the server stores it: bytes, and what says how they are to be read.
  public struct TemporalPayload: Sendable, Hashable {
    /// Names and values such as `encoding` and `json/plain`.
    public var metadata: [String: Data]
    /// The bytes of the value.
    public var data: Data

    /// Creates a payload.
    public init(metadata: [String: Data], data: Data) {
      self.metadata = metadata
      self.data = data
    }

    /// A payload of JSON.
    init(json: Data) { self.init(metadata: ["encoding": Data(Self.json.utf8)], data: json) }

    /// The value of `encoding` in ``metadata``.
    public var encoding: String? {
      metadata["encoding"].map { String(decoding: $0, as: UTF8.self) }
    }

    static let json = "json/plain"
  }

  /// Encrypts or compresses what the server stores.
  ///
  /// All workers and clients of a task queue use the same codec. With one, payloads may hold secrets.
  /// What it writes should have another `encoding` than what it reads, so that tools of the server
  /// don't take it for JSON.
  public protocol TemporalPayloadCodec: Sendable {
    /// Makes a payload what the server is to store.
    func encode(_ payload: TemporalPayload) async throws -> TemporalPayload

    /// Makes a payload what it was before it was encoded.
    ///
    /// - Throws: When the payload isn't the codec's.
    func decode(_ payload: TemporalPayload) async throws -> TemporalPayload
  }

  extension TemporalPayload {
    init(_ payload: APIPayload) { self.init(metadata: payload.metadata, data: payload.data) }

    var message: APIPayload {
      var message = APIPayload()
      message.metadata = metadata
      message.data = data
      return message
    }
  }
#endif
