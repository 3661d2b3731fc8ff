import ArazzoCompiler
import ArazzoDescriptions
import ArazzoDocuments
import ArgumentParser
import Foundation

/// Counts over a folder of Arazzo documents how many of the outputs that lead into a response have a
/// type, and how many that are certain at an ending are optional there.
struct TypesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "types",
    abstract: "Counts what the outputs that point into responses become.",
    discussion: "Reads every Arazzo document below a folder, beside its API descriptions.")

  @Argument(help: "The folder.", completion: .directory)
  var folder: String

  @Flag(help: "Say which outputs have no better type than JSON.")
  var list = false

  func run() throws {
    let plans = try files().compactMap(Self.plan)
    let outputs = plans.flatMap { plan in
      plan.workflows.flatMap { workflow in
        workflow.everyStep.flatMap(\.outputs).filter(\.pointsIntoResponse).map { output in
          (name: "\(plan.fileName): \(workflow.id): \(output.name)", type: output.type)
        }
      }
    }
    let typed = outputs.filter { $0.type != .json }
    let share = outputs.isEmpty ? 1 : Double(typed.count) / Double(outputs.count)
    print("documents read:                            \(plans.count)")
    print("outputs that point into a response:        \(outputs.count)")
    print("  typed as something better than JSON:     \(typed.count)")
    print("    arrays of which no more is said:       \(typed.count { $0.type == .array(.json) })")
    let known = plans.flatMap(\.workflows).flatMap(\.knownOutputs)
    print("outputs at endings:                        \(known.count)")
    print("  certain there:                           \(known.count(where: \.isCertain))")
    print(
      "    optional all the same:                 \(known.count { $0.isCertain && $0.isOptional })")
    print("share: \((share * 1000).rounded(.down) / 10) of 100")
    guard list else { return }
    for output in outputs where output.type == .json { print(output.name) }
  }

  private func files() throws -> [String] {
    guard let all = FileManager.default.enumerator(atPath: folder) else {
      throw ValidationError("'\(folder)' is no folder that can be read")
    }
    return all.compactMap { $0 as? String }
      .filter { path in [".yaml", ".yml", ".json"].contains(where: path.hasSuffix) }
      .sorted().map { folder + "/" + $0 }
  }

  /// - Returns: `nil` where the file is no Arazzo document that can be read.
  private static func plan(_ path: String) -> DocumentPlan? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    let head = String(decoding: file.readData(ofLength: 4096), as: UTF8.self)
    try? file.close()
    guard head.contains("arazzo") else { return nil }
    let diagnostics = Diagnostics(strict: false)
    let loader = FileLoader()
    guard let root = try? loader.load(file: path), root["arazzo"] != nil,
      let description = ArazzoDescription.read(root, diagnostics)
    else { return nil }
    return Compiler(loader: loader, diagnostics: diagnostics)
      .compile(description, fileName: path.split(separator: "/").last.map(String.init) ?? path)
      .plan
  }
}

extension WorkflowPlan {
  /// Every output at every ending that may have it: whether it is always set there, and whether its
  /// type says that it may be missing.
  fileprivate var knownOutputs: [(isCertain: Bool, isOptional: Bool)] {
    results.all.flatMap { result in
      result.endings.flatMap { ending in
        result.outputs.map { output in
          let index = outputs.firstIndex { $0.name == output.name }
          let values = steps.flatMap(\.transitions).compactMap { transition -> ValuePlan? in
            guard case .end(ending, let values) = transition else { return nil }
            return index.map { values[$0] }
          }
          return (values.allSatisfy { !$0.isOptional }, output.isOptional)
        }
      }
    }
  }
}

extension StepOutputPlan {
  fileprivate var pointsIntoResponse: Bool {
    if case .responseBody(let pointer) = value.kind { !pointer.isEmpty } else { false }
  }

  fileprivate var name: String { "$steps.\(variable.step).outputs.\(variable.output)" }

  fileprivate var type: TypePlan { variable.type.withoutNull }
}
