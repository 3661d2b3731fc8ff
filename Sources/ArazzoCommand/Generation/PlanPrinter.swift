import ArazzoCompiler
import Foundation

/// `--print-plan`: plans as JSON, the same bytes on every machine.
enum PlanPrinter {
  /// One plan as an object, several as an array.
  static func json(_ plans: [DocumentPlan]) throws(ToolError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      let data =
        if plans.count == 1 { try encoder.encode(plans[0]) } else { try encoder.encode(plans) }
      return String(decoding: data, as: UTF8.self) + "\n"
    } catch {
      throw ToolError("the plan can't be printed: \(error)")
    }
  }
}
