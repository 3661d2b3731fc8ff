#if Store
  import ArazzoRuntime
  public import Foundation

  /// Encrypts what a store holds of inputs, saved runs and outcomes.
  ///
  /// All processes that use the file have the same codec. With one, the store may hold secrets.
  public protocol WorkflowStoreCodec: Sendable {
    /// Returns what the file is to hold in place of some JSON.
    func encode(_ json: Data) async throws -> Data

    /// Returns the JSON of what the file holds.
    ///
    /// - Throws: When the data isn't the codec's.
    func decode(_ data: Data) async throws -> Data
  }

  /// Writes and reads inputs, saved runs and outcomes.
  struct RunCoding: Sendable {
    let codec: (any WorkflowStoreCodec)?

    /// A value as the file is to hold it.
    ///
    /// - Parameter secrets: What becomes of a secret if there is no codec.
    func data(
      of value: some Encodable, _ secrets: SecretEncoding
    ) async throws(WorkflowStoreError) -> Data {
      try await data(ofJSON: json(of: value, secrets))
    }

    /// The JSON of a value.
    func json(
      of value: some Encodable, _ secrets: SecretEncoding
    ) throws(WorkflowStoreError) -> Data {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      if codec == nil { secrets.add(to: &encoder.userInfo) }
      do {
        return try encoder.encode(value)
      } catch  where Self.isRefusal(error) {
        throw WorkflowStoreError(
          .secretInRun,
          "the store would hold a secret; give the store a WorkflowStoreCodec, or let the host supply "
            + "the secret")
      } catch {
        throw WorkflowStoreError(
          .invalidInputs, "a value can't be written as JSON", underlyingError: error)
      }
    }

    /// JSON as the file is to hold it.
    func data(ofJSON json: Data) async throws(WorkflowStoreError) -> Data {
      guard let codec else { return json }
      do {
        return try await codec.encode(json)
      } catch {
        throw WorkflowStoreError(
          .codecFailed, "the codec can't encode a value (\(type(of: error)))",
          underlyingError: error)
      }
    }

    /// A value that the file holds.
    func value<Value: Decodable>(
      of data: Data, as type: Value.Type = Value.self
    ) async throws(WorkflowStoreError) -> Value {
      let json = try await json(ofData: data)
      do {
        return try JSONDecoder().decode(Value.self, from: json)
      } catch {
        throw Self.unreadable(
          "what is stored can't be read: \(CodingProblem.text(of: error))", error)
      }
    }

    /// JSON that the file holds, with its members in order.
    func json(of data: Data) async throws(WorkflowStoreError) -> JSONValue {
      let json = try await json(ofData: data)
      do {
        return try JSONValue(parsing: Array(json))
      } catch {
        throw Self.unreadable("what is stored isn't JSON; is it a codec's?", error)
      }
    }

    private func json(ofData data: Data) async throws(WorkflowStoreError) -> Data {
      guard let codec else { return data }
      do {
        return try await codec.decode(data)
      } catch {
        throw Self.unreadable("the codec can't decode what is stored (\(type(of: error)))", error)
      }
    }

    private static func unreadable(_ reason: String, _ error: any Error) -> WorkflowStoreError {
      WorkflowStoreError(.unreadableRun, reason, underlyingError: error)
    }

    private static func isRefusal(_ error: any Error) -> Bool {
      if case EncodingError.invalidValue(_, let context) = error {
        return context.underlyingError is SecretEncodingError
      }
      return error is SecretEncodingError
    }
  }
#endif
