#if Temporal
  import GRPCCore
  import SwiftProtobuf

  /// Writes a message of the interface as a request.
  @available(Temporal 1.0, *)
  struct RequestCoding<Value: Message>: MessageSerializer {
    func serialize<Bytes: GRPCContiguousBytes>(_ message: Value) throws -> Bytes {
      Bytes(try message.serializedBytes() as [UInt8])
    }
  }

  /// Reads a message of the interface from a response.
  @available(Temporal 1.0, *)
  struct ResponseCoding<Value: Message>: MessageDeserializer {
    func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) throws -> Value {
      try Value(serializedBytes: bytes.withUnsafeBytes { Array($0) })
    }
  }

  extension Google_Protobuf_Duration {
    /// A duration of Swift's.
    init(_ duration: Duration) {
      let (seconds, attoseconds) = duration.components
      self.init()
      self.seconds = seconds
      nanos = Int32(attoseconds / 1_000_000_000)
    }

    /// The same duration in Swift.
    var duration: Duration { .seconds(seconds) + .nanoseconds(Int64(nanos)) }
  }
#endif
