#if Temporal
  import GRPCNIOTransportHTTP2Posix
  import NIOCore
  import NIOHTTP2

  /// Answers a server's pings before NIO's HTTP/2 handler counts them.
  ///
  /// gRPC in Go, and so a Temporal server, sends a ping for nearly each message that it receives, to
  /// measure the connection. NIO closes a connection with more than 200 pings in 30 seconds, and every
  /// call that is under way fails; grpc-swift has no setting for that limit.
  final class PingAnswers: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var frames = PingFilter()

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      // The handler behind this one bounds how much is written to a peer that doesn't read.
      let filtered = frames.filter(unwrapInboundIn(data), answering: context.channel.isWritable)
      if filtered.answers.readableBytes > 0 {
        context.writeAndFlush(wrapOutboundOut(filtered.answers), promise: nil)
      }
      if filtered.rest.readableBytes > 0 {
        context.fireChannelRead(wrapInboundOut(filtered.rest))
      }
    }
  }

  /// Takes the pings out of a stream of HTTP/2 frames.
  struct PingFilter {
    private static let headerLength = 9
    private static let pingLength = 8
    private static let pingType: UInt8 = 6
    private static let acknowledgement: UInt8 = 1

    /// The beginning of a frame whose header, or whose ping, isn't complete.
    private var unread = ByteBuffer()
    /// How many bytes of the current frame are still to be handed on.
    private var left = 0

    /// The bytes without pings, and the answers to those.
    mutating func filter(
      _ bytes: ByteBuffer, answering: Bool
    ) -> (rest: ByteBuffer, answers: ByteBuffer) {
      unread.writeImmutableBuffer(bytes)
      var rest = ByteBuffer()
      var answers = ByteBuffer()
      while true {
        if left > 0 {
          guard var part = unread.readSlice(length: min(left, unread.readableBytes)) else { break }
          left -= part.readableBytes
          rest.writeBuffer(&part)
        }
        guard left == 0, let length = nextLength else { break }
        guard answering, isPing(length) else {
          left = Self.headerLength + length
          continue
        }
        guard var data = unread.readSlice(length: Self.headerLength + Self.pingLength) else {
          break
        }
        data.setInteger(Self.acknowledgement, at: data.readerIndex + 4)
        answers.writeBuffer(&data)
      }
      unread.discardReadBytes()
      return (rest, answers)
    }

    /// The length of the next frame's payload; nil where the header isn't complete.
    private var nextLength: Int? {
      guard unread.readableBytes >= Self.headerLength else { return nil }
      return unread.getInteger(at: unread.readerIndex, as: UInt32.self).map { Int($0 >> 8) }
    }

    private func isPing(_ length: Int) -> Bool {
      let start = unread.readerIndex
      guard length == Self.pingLength,
        unread.getInteger(at: start + 3, as: UInt8.self) == Self.pingType,
        let flags = unread.getInteger(at: start + 4, as: UInt8.self)
      else { return false }
      return flags & Self.acknowledgement == 0
    }
  }

  @available(Temporal 1.0, *)
  extension HTTP2ClientTransport.Config.ChannelDebuggingCallbacks {
    /// Adds ``PingAnswers`` to each connection.
    static var answeringPings: Self {
      Self(
        onCreateTCPConnection: { channel in
          channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            let http2 = try pipeline.handler(type: NIOHTTP2Handler.self)
            try pipeline.addHandler(PingAnswers(), position: .before(http2))
          }
        }, onCreateHTTP2Stream: nil)
    }
  }
#endif
