/// One request on its way to a server, cancelled if it exceeds its deadline.
final class Exchange: Sendable {
  private let request: PreparedRequest
  private let client: WorkflowClient
  private let deadline: Deadline?
  /// The time at which it begins.
  private let now: Duration

  init(
    _ request: PreparedRequest, _ client: WorkflowClient, now: Duration, deadline: Deadline?
  ) {
    (self.request, self.client) = (request, client)
    (self.now, self.deadline) = (now, deadline)
  }

  /// Sends the request.
  ///
  /// On the clock of the device, all requests of a process share one timer.
  @inline(never)
  func result() async -> Result<StepResponse, any Error> {
    guard deadline != nil else { return await send() }
    guard let task = limitedTask() else { return await race() }
    return end(task, await task.result())
  }

  /// A task that sends the request, if the clock is the device's.
  @inline(never)
  private func limitedTask() -> LimitedTask? {
    guard let deadline, let clock = client.settings.systemClock else { return nil }
    return LimitedTask(self, until: clock.instant(deadline.time))
  }

  @inline(never)
  private func end(
    _ task: LimitedTask, _ result: Result<StepResponse, any Error>
  ) -> Result<StepResponse, any Error> {
    guard let deadline, !task.isInTime else { return result }
    return .failure(TimeLimitReached(deadline: deadline))
  }

  fileprivate func send() async -> Result<StepResponse, any Error> {
    do {
      return .success(try receive(await client.transport.send(exchange)))
    } catch {
      return .failure(error)
    }
  }

  private func receive(_ answer: HTTPTransportResponse) throws -> StepResponse {
    StepResponse(try answer.limited(to: client.maximumResponseBodySize), to: request)
  }

  /// The observer, if there is one, is told of the events of a stream.
  private var exchange: HTTPExchange {
    let limit = client.maximumResponseBodySize
    guard client.isObserved else {
      return HTTPExchange(request.head, body: request.body, bodyLimit: limit)
    }
    let watch = StreamWatch(request.context)
    return HTTPExchange(
      request.head, body: request.body, bodyLimit: limit, receive: { watch.receive($0, $1) })
  }

  /// Sends the request, and at the same time waits on a clock other than the device's.
  @inline(never)
  private func race() async -> Result<StepResponse, any Error> {
    guard let deadline else { return await send() }
    do {
      let response = try await deadline.limit(client.clock, from: now) {
        try await self.send().get()
      }
      return .success(response)
    } catch {
      return .failure(error)
    }
  }
}

/// A task that sends a request, and is cancelled at a point in time.
private final class LimitedTask: Sendable {
  private let task: Task<Result<StepResponse, any Error>, Never>
  private let ticket: DeadlineQueue.Ticket

  init(_ exchange: Exchange, until instant: ContinuousClock.Instant) {
    let task = Self.startAtOnce(exchange)
    self.task = task
    ticket = DeadlineQueue.shared.add(at: instant) { task.cancel() }
  }

  /// Starts a task that runs up to its first wait before this returns, where the system can do that.
  private static func startAtOnce(
    _ exchange: Exchange
  ) -> Task<Result<StepResponse, any Error>, Never> {
    #if compiler(>=6.2)
      if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
        return .immediate { await exchange.send() }
      }
    #endif
    return Task { await exchange.send() }
  }

  /// Waits for the task, and cancels it if the current task is cancelled.
  func result() async -> Result<StepResponse, any Error> {
    await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
  }

  /// Whether the task ended before its time; asked once.
  var isInTime: Bool { DeadlineQueue.shared.remove(ticket) }
}
