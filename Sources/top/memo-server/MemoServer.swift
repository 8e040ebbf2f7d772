// SPDX-License-Identifier: Apache-2.0

@main
enum MemoServer {
  static func main() {}
}
