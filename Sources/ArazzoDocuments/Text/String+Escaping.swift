extension StringProtocol {
  /// The text with another spelling for some of its scalars.
  ///
  /// It goes by scalars: with a combining mark after it, a quote or bracket is a `Character` that
  /// equals no quote or bracket.
  package func escaped(_ spelling: (Unicode.Scalar) -> String?) -> String {
    unicodeScalars.map { spelling($0) ?? String($0) }.joined()
  }

  /// The text in single quotes, as YAML and Arazzo's conditions write it.
  package var inSingleQuotes: String { "'" + escaped { $0 == "'" ? "''" : nil } + "'" }
}
