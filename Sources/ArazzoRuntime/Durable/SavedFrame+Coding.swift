import Foundation

extension SavedState: Codable {
  init(from decoder: any Decoder) throws { self = .coded(try JSONValue(from: decoder)) }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .live(let state):
      try Self.json(of: state, SecretEncoding(of: encoder)).encode(to: encoder)
    case .coded(let json): try json.encode(to: encoder)
    }
  }
}

extension SavedFrame: Codable {
  private enum Key: String, CodingKey {
    case path, workflow, plan, state, history, visits, calls, journal
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    path = try container.decodeIfPresent(String.self, forKey: .path) ?? ""
    plan = SavedPlan(
      try container.decode(String.self, forKey: .workflow),
      digest: try container.decode(String.self, forKey: .plan))
    state = try container.decodeIfPresent(SavedState.self, forKey: .state)
    history =
      try container.decodeIfPresent(SavedHistory.self, forKey: .history) ?? SavedHistory()
    visits = try container.counts(forKey: .visits)
    calls = try container.count(forKey: .calls)
    journal = try container.decodeIfPresent([JournalEntry].self, forKey: .journal) ?? []
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    if !path.isEmpty { try container.encode(path, forKey: .path) }
    try container.encode(plan.workflow, forKey: .workflow)
    try container.encode(plan.digest, forKey: .plan)
    try container.encodeIfPresent(state, forKey: .state)
    if history.current != nil { try container.encode(history, forKey: .history) }
    if !visits.isEmpty { try container.encode(visits, forKey: .visits) }
    if calls > 0 { try container.encode(calls, forKey: .calls) }
    if !journal.isEmpty { try container.encode(journal, forKey: .journal) }
  }
}

private enum EntryKey: String, CodingKey { case step, response, failure, wait, call }

extension JournalEntry: Codable where Call == SavedCall {
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: EntryKey.self)
    if container.contains(.call) {
      self = .call(number: try container.count(forKey: .call), SavedCall())
      return
    }
    let step = try container.decode(String.self, forKey: .step)
    if let response = try container.decodeIfPresent(SavedResponse.self, forKey: .response) {
      self = .response(step: step, response)
    } else if let failure = try container.decodeIfPresent(SavedFailure.self, forKey: .failure) {
      self = .failure(step: step, failure)
    } else {
      self = .wait(step: step, try container.decode(SavedWait.self, forKey: .wait))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: EntryKey.self)
    switch self {
    case .response(let step, let response):
      try container.encode(step, forKey: .step)
      try container.encode(response, forKey: .response)
    case .failure(let step, let failure):
      try container.encode(step, forKey: .step)
      try container.encode(failure, forKey: .failure)
    case .wait(let step, let wait):
      try container.encode(step, forKey: .step)
      try container.encode(wait, forKey: .wait)
    case .call(let number, _): try container.encode(number, forKey: .call)
    }
  }
}

extension SavedResponse: Codable {
  private enum Key: String, CodingKey { case status, headers, text, base64 }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    status = try container.decode(Int.self, forKey: .status)
    headers = try container.decode([[String]].self, forKey: .headers)
    guard (100...999).contains(status), headers.allSatisfy({ $0.count == 2 }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .headers, in: container, debugDescription: "not the head of a response")
    }
    if let text = try container.decodeIfPresent(String.self, forKey: .text) {
      body = Array(text.utf8)
    } else {
      let text = try container.decodeIfPresent(String.self, forKey: .base64) ?? ""
      guard let data = Data(base64Encoded: text) else {
        throw DecodingError.dataCorruptedError(
          forKey: .base64, in: container, debugDescription: "not base64")
      }
      body = Array(data)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(status, forKey: .status)
    try container.encode(headers, forKey: .headers)
    guard !body.isEmpty else { return }
    let text = String(decoding: body, as: UTF8.self)
    if text.utf8.elementsEqual(body) {
      try container.encode(text, forKey: .text)
    } else {
      try container.encode(Data(body).base64EncodedString(), forKey: .base64)
    }
  }
}

extension SavedWait: Codable {
  private enum Key: String, CodingKey { case due, seconds, reason }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    due = try container.date(forKey: .due)
    duration = try container.duration(forKey: .seconds)
    let name = try container.decode(String.self, forKey: .reason)
    guard let reason = WorkflowEvent.WaitReason(rawValue: name) else {
      throw DecodingError.dataCorruptedError(
        forKey: .reason, in: container, debugDescription: "no reason for a wait")
    }
    self.reason = reason
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(due.timeIntervalSince1970, forKey: .due)
    try container.encode(duration.inSeconds, forKey: .seconds)
    try container.encode(reason.rawValue, forKey: .reason)
  }
}
