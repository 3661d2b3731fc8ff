import Testing
@testable import ArazzoExpressions
