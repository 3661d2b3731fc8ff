#if Temporal
  import ArazzoRuntime
  import Foundation

  /// Writes and reads the payloads of runs.
  struct PayloadCoding: Sendable {
    let codec: (any TemporalPayloadCodec)?

    /// The server's own limit, which its operator can change, less what is sent around a value.
    static let limit = 2 * 1024 * 1024 - 1024

    /// Values as payloads of JSON. Without a codec a secret among them is refused.
    func payloads(_ values: any Encodable...) async throws(TemporalError) -> APIPayloads {
      var payloads = APIPayloads()
      for value in values { payloads.payloads.append(try await payload(of: value)) }
      return payloads
    }

    /// The outcome of a run. Without a codec a secret among its outputs is replaced.
    func payloads(outcome: Data) async throws(TemporalError) -> APIPayloads {
      var payloads = APIPayloads()
      payloads.payloads = [try await encoded(outcome)]
      return payloads
    }

    private func payload(of value: some Encodable) async throws(TemporalError) -> APIPayload {
      let data: Data
      do {
        data = try encoder(.refused).encode(value)
      } catch  where Self.isRefusal(error) {
        throw TemporalError(
          .secretInPayload,
          "the server would store a secret; give worker and client a TemporalPayloadCodec, or let "
            + "the worker supply the secret")
      } catch {
        throw TemporalError(
          .invalidPayload, "a value can't be written as JSON: \(CodingProblem.text(of: error))",
          underlyingError: error)
      }
      return try await encoded(data)
    }

    private static func isRefusal(_ error: any Error) -> Bool {
      if case EncodingError.invalidValue(_, let context) = error {
        return context.underlyingError is SecretEncodingError
      }
      return error is SecretEncodingError
    }

    /// An encoder that does with secrets what can be done without a codec.
    func encoder(_ secrets: SecretEncoding) -> JSONEncoder {
      let encoder = JSONEncoder()
      if codec == nil { secrets.add(to: &encoder.userInfo) }
      return encoder
    }

    private func encoded(_ json: Data) async throws(TemporalError) -> APIPayload {
      var payload = TemporalPayload(json: json)
      if let codec {
        do {
          payload = try await codec.encode(payload)
        } catch {
          throw TemporalError(
            .invalidPayload,
            "the codec can't encode a payload: \(CodingProblem.text(orWordsOf: error))",
            underlyingError: error)
        }
      }
      guard payload.data.count <= Self.limit else {
        throw TemporalError(
          .payloadTooLarge,
          "a payload of \(payload.data.count) bytes exceeds the server's limit of \(Self.limit)")
      }
      return payload.message
    }

    /// The JSON of each payload.
    func json(of payloads: APIPayloads) async throws(TemporalError) -> [Data] {
      var values: [Data] = []
      for message in payloads.payloads {
        var payload = TemporalPayload(message)
        if let codec {
          do {
            payload = try await codec.decode(payload)
          } catch {
            throw TemporalError(
              .invalidPayload,
              "the codec can't decode a payload: \(CodingProblem.text(orWordsOf: error))",
              underlyingError: error)
          }
        }
        guard payload.encoding == TemporalPayload.json else {
          throw TemporalError(
            .invalidPayload,
            "a payload of the encoding '\(payload.encoding ?? "")' instead of JSON; is it a codec's?"
          )
        }
        values.append(payload.data)
      }
      return values
    }

    /// The first payload as a value; nil where there is none.
    func first<Value: Decodable>(
      of payloads: APIPayloads, as type: Value.Type = Value.self
    ) async throws(TemporalError) -> Value? {
      guard let json = try await json(of: payloads).first else { return nil }
      do {
        return try JSONDecoder().decode(Value.self, from: json)
      } catch {
        throw TemporalError(
          .invalidPayload, "a payload isn't what it should be: \(CodingProblem.text(of: error))",
          underlyingError: error)
      }
    }
  }
#endif
