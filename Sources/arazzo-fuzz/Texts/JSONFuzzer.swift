import ArazzoDocuments
@_spi(Generated) import ArazzoJSON
import Foundation

/// JSON for the runtime's reader, beside Foundation's and the one for documents.
///
/// They differ in this: Foundation reads UTF-16 and UTF-32, takes a comma and white space before `]`
/// (on Linux), and refuses numbers that are out of a double's range; the reader for documents refuses
/// a name that appears twice; and the limits of depth are not the same.
struct JSONFuzzer: Fuzzer {
  private static let comparedDepth = 150

  func makeCase(_ random: inout RandomSource) -> FuzzCase {
    FuzzCase("input.json", JSONTextMaker.text(&random))
  }

  func run(
    _ input: FuzzCase, in workspace: Workspace, _ random: inout RandomSource
  ) throws -> Verdict {
    let bytes = input.bytes(of: "input.json")
    let value: JSONValue?
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      value = nil
      guard error.line > 0, error.column > 0, error.offset <= bytes.count else {
        throw FuzzFailure("the error is at no place of the text: \(error)")
      }
    }
    if let value { try checkRoundTrip(value) }
    try compareWithDocuments(value, bytes)
    try compareWithFoundation(value, bytes)
    return value == nil ? .refused : .accepted
  }

  private func checkRoundTrip(_ value: JSONValue) throws {
    let text = value.serialized()
    let again = try JSONValue(parsing: text)
    guard again == value, again.serialized() == text else {
      throw FuzzFailure("it is another value when it is written and read: \(value)")
    }
    guard value.hashValue == again.hashValue else {
      throw FuzzFailure("equal values have different hashes: \(value)")
    }
  }

  private func compareWithDocuments(_ value: JSONValue?, _ bytes: [UInt8]) throws {
    guard bytes.isText, let source = try? SourceText(decoding: bytes, name: "input.json") else {
      return
    }
    let node: Node
    do {
      node = try DocumentReader.readJSON(source)
    } catch {
      let isIntended = error.diagnostic.message.contains("appears twice")
      guard let value, !isIntended, value.depth < Self.comparedDepth else { return }
      throw FuzzFailure("the reader for documents refuses it: \(error.diagnostic.message)")
    }
    guard let value else { throw FuzzFailure("only the reader for documents accepts it") }
    guard JSONValue(node) == value else { throw FuzzFailure("the readers read other values") }
  }

  private func compareWithFoundation(_ value: JSONValue?, _ bytes: [UInt8]) throws {
    guard bytes.isText else { return }
    let other = try? JSONSerialization.jsonObject(
      with: Data(bytes), options: [.fragmentsAllowed])
    guard let value else {
      guard other == nil || bytes.hasCommaBeforeEnd else {
        throw FuzzFailure("only Foundation accepts it")
      }
      return
    }
    guard let other else {
      if value.depth >= Self.comparedDepth || value.hasHugeNumber { return }
      throw FuzzFailure("Foundation refuses it")
    }
    guard value.isSame(as: other) else { throw FuzzFailure("Foundation reads another value") }
  }
}

extension [UInt8] {
  /// Whether no one could take it for UTF-16 or UTF-32.
  fileprivate var isText: Bool { !contains(0) && !starts(with: [0xFF]) && !starts(with: [0xFE]) }

  /// Whether white space and the end of an array follow a comma.
  fileprivate var hasCommaBeforeEnd: Bool {
    String(decoding: self, as: UTF8.self).contains(#/,\s+\]/#)
  }
}

extension JSONValue {
  var depth: Int {
    switch self {
    case .array(let elements): 1 + (elements.map(\.depth).max() ?? 0)
    case .object(let object): 1 + (object.map(\.value.depth).max() ?? 0)
    default: 0
    }
  }

  fileprivate var hasHugeNumber: Bool {
    everyPart.contains {
      guard case .number(let number) = $0 else { return false }
      return !number.double.isFinite || number.double == 0
    }
  }

  /// Whether Foundation's value says the same; texts that look alike are one name to it.
  fileprivate func isSame(as other: Any) -> Bool {
    switch self {
    case .null: return other is NSNull
    case .bool(let value): return (other as? Bool) == value
    case .number(let number):
      guard let other = other as? NSNumber else { return false }
      return abs(number.double - other.doubleValue) <= abs(number.double) * 1e-15
    case .string(let text): return (other as? String) == text
    case .array(let elements):
      guard let others = other as? [Any], others.count == elements.count else { return false }
      return zip(elements, others).allSatisfy { $0.isSame(as: $1) }
    case .object(let object):
      guard let others = other as? [String: Any] else { return false }
      if Set(object.names).count < object.count { return true }
      return others.count == object.count
        && object.allSatisfy { name, value in others[name].map(value.isSame) ?? false }
    }
  }
}
