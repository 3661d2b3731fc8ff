import ArazzoExpressions

@_spi(Generated) import ArazzoXML

extension XPath.Function {
  init(_ function: ParsedXPath.Function) {
    switch function {
    case .last: self = .last
    case .position: self = .position
    case .count: self = .count
    case .id: self = .id
    case .localName: self = .localName
    case .namespaceURI: self = .namespaceURI
    case .name: self = .name
    case .string: self = .string
    case .concat: self = .concat
    case .startsWith: self = .startsWith
    case .contains: self = .contains
    case .substringBefore: self = .substringBefore
    case .substringAfter: self = .substringAfter
    case .substring: self = .substring
    case .stringLength: self = .stringLength
    case .normalizeSpace: self = .normalizeSpace
    case .translate: self = .translate
    case .boolean: self = .boolean
    case .not: self = .not
    case .true: self = .true
    case .false: self = .false
    case .lang: self = .lang
    case .number: self = .number
    case .sum: self = .sum
    case .floor: self = .floor
    case .ceiling: self = .ceiling
    case .round: self = .round
    }
  }
}
