import Testing
@testable import ArazzoDocuments
