/// A value that is sent from a file.
package protocol StreamedValue: JSONRepresentable {
  /// What is sent; throws where the file can't be read.
  func piece() throws -> StreamedBody.Piece
}
