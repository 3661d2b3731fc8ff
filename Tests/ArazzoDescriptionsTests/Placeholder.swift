import Testing
@testable import ArazzoDescriptions
