// SPDX-License-Identifier: Apache-2.0
import Sodium
import Testing

@Suite("Known answers")
struct KnownAnswersTests {
  @Test("every primitive gives its known answer")
  func passes() throws { try KnownAnswers.check() }

  @Test("an altered answer is noticed and named", arguments: KnownAnswers.Primitive.allCases)
  func noticesAlteredAnswer(_ primitive: KnownAnswers.Primitive) throws {
    var answers = KnownAnswers.answers
    let answer = try #require(answers[primitive])
    answers[primitive] = (answer.hasPrefix("0") ? "1" : "0") + answer.dropFirst()
    #expect(throws: SodiumError.selfTest(primitive.rawValue)) {
      try KnownAnswers.check(against: answers)
    }
  }

  @Test("a missing answer is noticed", arguments: KnownAnswers.Primitive.allCases)
  func noticesMissingAnswer(_ primitive: KnownAnswers.Primitive) {
    let answers = KnownAnswers.answers.filter { $0.key != primitive }
    #expect(throws: SodiumError.selfTest(primitive.rawValue)) {
      try KnownAnswers.check(against: answers)
    }
  }
}
