@_spi(Generated) import ArazzoXML
@_spi(Generated) import ParsedQueries

/// Documents that several tests look at.
enum Samples {
  /// A tree whose elements say by their names where they stand.
  static let tree =
    "<r><a1 n='1'><b1/><b2><c1/><c2 n='2' m='3'/><c3/></b2><b3/></a1><a2><b4>x</b4></a2></r>"

  static let orders = """
    <?xml version="1.0"?>
    <?sort by-date?>
    <orders xml:lang="en-GB" currency="EUR"><!-- two of them -->
      <order status="done" xml:id="o1"><id>7</id><total>10.50</total><note/></order>
      <order status="open" xml:id="o2"><id>12</id><total>4</total><note>left &amp; <b>right</b></note></order>
    </orders>
    """

  static let soap = """
    <soap:Envelope xmlns:soap="urn:soap" xmlns:t="urn:t"><soap:Body>
    <Reply xmlns="urn:reply" t:kind="new"><t:Id>5</t:Id><Id>6</Id></Reply>
    </soap:Body></soap:Envelope>
    """
}

extension XMLTree {
  /// What an expression gives, its strings one after the other.
  func values(_ text: String) throws -> String {
    try XPath(parsing: text).strings(in: self).joined(separator: " ")
  }
}
