/// Makes input for one subject and says what the subject does wrong with it.
protocol Fuzzer {
  /// The most processor time that a case may take, in seconds.
  var limit: Double { get }

  /// Makes the input of a case.
  mutating func makeCase(_ random: inout RandomSource) -> FuzzCase

  /// Gives the input to the subject.
  ///
  /// - Throws: ``FuzzFailure`` where the subject doesn't do what it must.
  mutating func run(
    _ input: FuzzCase, in workspace: Workspace, _ random: inout RandomSource
  ) throws -> Verdict

  /// Holds the subject against an independent reader, whose time does not count.
  ///
  /// - Throws: ``FuzzFailure`` where they differ.
  func compare(_ input: FuzzCase) throws

  /// What can only be said of all cases together.
  mutating func finish() throws
}

extension Fuzzer {
  var limit: Double { FuzzLimit.text }

  func compare(_ input: FuzzCase) throws {}

  mutating func finish() throws {}
}

/// The time limits of a case in seconds of processor time; a debug build is given more.
enum FuzzLimit {
  #if DEBUG
    static let text = 10.0
    static let document = 20.0
  #else
    static let text = 2.0
    static let document = 2.0
  #endif
  /// How long a case may take by the clock before the process ends, in seconds.
  static let hang: UInt32 = 120
}

/// The input of a case.
struct FuzzCase {
  struct File {
    /// The path inside the folder of the case.
    var name: String
    var bytes: [UInt8]
  }

  var number = 0
  var files: [File]
  /// The path of the file that is given to the subject, where there are several.
  var document = ""

  init(files: [File], document: String) { (self.files, self.document) = (files, document) }

  init(_ name: String, _ bytes: [UInt8]) { files = [File(name: name, bytes: bytes)] }

  init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

  /// The bytes of a file; none where the case doesn't have it.
  func bytes(of name: String) -> [UInt8] { files.first { $0.name == name }?.bytes ?? [] }

  func text(of name: String) -> String { String(decoding: bytes(of: name), as: UTF8.self) }
}

/// What the subject said of an input.
enum Verdict { case accepted, refused }

/// What the subject did wrong.
struct FuzzFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
