import CLibYAML

/// What libyaml says about a text that is not YAML.
struct YAMLProblem {
  let message: String
  /// What libyaml was reading, such as "while scanning a quoted scalar".
  let context: String
  let mark: yaml_mark_t
  let contextMark: yaml_mark_t
  /// The byte where the text could not even be read as characters.
  let byteOffset: Int?

  init(_ parser: yaml_parser_t) {
    message = parser.problem.map { String(cString: $0) } ?? "the YAML parser ran out of memory"
    context = parser.context.map { String(cString: $0) } ?? ""
    mark = parser.problem_mark
    contextMark = parser.context_mark
    byteOffset = parser.error == YAML_READER_ERROR ? Int(parser.problem_offset) : nil
  }
}
