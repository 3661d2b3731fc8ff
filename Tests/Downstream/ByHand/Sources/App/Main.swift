import Foundation

@main
struct Main {
  static func main() async throws {
    guard let url = URL(string: "https://dust.tt") else { return }
    let dust = DustRun(baseURL: url, apiToken: "sk-example", wID: "w1", spaceID: "s1", appID: "a1")
    print(try await dust.run(specificationHash: "5a1e", question: "How many?"))
  }
}
