#if Tracing
  import Foundation
  import InMemoryTracing
  import Tracing

  extension InMemoryTracer {
    func spans(_ name: String) -> [FinishedInMemorySpan] {
      finishedSpans.filter { $0.operationName == name }
    }

    /// The names of the finished spans, each below its parent, in the order in which they began.
    var tree: [String] {
      let spans = finishedSpans.sorted {
        $0.spanID.compare($1.spanID, options: .numeric) == .orderedAscending
      }
      func below(_ parent: String?, _ indentation: String) -> [String] {
        spans.filter { $0.parentSpanID == parent }.flatMap { span in
          [indentation + span.operationName] + below(span.spanID, indentation + "  ")
        }
      }
      return below(nil, "")
    }
  }

  extension SpanAttributes {
    /// Each attribute as a text.
    var texts: [String: String] {
      var texts: [String: String] = [:]
      forEach { name, value in
        switch value {
        case .string(let text): texts[name] = text
        case .int64(let number): texts[name] = "\(number)"
        case .double(let number): texts[name] = "\(number)"
        default: texts[name] = "\(value)"
        }
      }
      return texts
    }
  }
#endif
