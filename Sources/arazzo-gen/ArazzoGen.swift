@main
struct ArazzoGen {
  static func main() {}
}
