import { test } from '@japa/runner'
import { CODE_LENGTH, groupCode, readCode, verificationCode } from '#documents/domain/verification_code'
import { newVerificationCode } from '#documents/queries/verification_codes'

const NOON = Date.UTC(2026, 10, 22, 12)

test.group('A verification code', () => {
  test('is printed in six groups of four letters that cannot be confused', ({ assert }) => {
    const printed = groupCode(newVerificationCode(NOON))
    assert.match(printed, /^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  test('is read back however a person types it', ({ assert }) => {
    const code = '0FX11KQ7ABCD0123456789JK'
    for (const typed of [
      groupCode(code),
      ' 0fx1 1kq7 abcd 0123 4567 89jk ',
      'OFXI-LKQ7-ABCD-O123-4567-89JK',
      'ofxi.lkq7.abcd.o123.4567.89jk',
      '0FX1–1KQ7—ABCD-0123-4567-89JK',
    ])
      assert.equal(readCode(typed), code, typed)
  })

  test('is refused when a letter is missing, foreign or too many', ({ assert }) => {
    const code = newVerificationCode(NOON)
    for (const wrong of [
      '',
      code.slice(1),
      `${code}0`,
      `U${code.slice(1)}`,
      `Ñ${code.slice(1)}`,
      `${code.slice(1)}%`,
    ])
      assert.isNull(readCode(wrong), wrong)
  })

  test('is made of its hour and what chance it is given, of nothing else', ({ assert }) => {
    const random = Uint8Array.from({ length: 20 }, (_, index) => index)
    assert.equal(verificationCode(Date.UTC(2020, 0, 1, 33), random), '00110123456789ABCDEFGHJK')
  })

  test('never repeats, and those of later hours sort after', ({ assert }) => {
    const codes = Array.from({ length: 5000 }, () => newVerificationCode(NOON))
    assert.equal(new Set(codes).size, codes.length)
    assert.isTrue(codes.every((code) => code.length === CODE_LENGTH && readCode(code) === code))
    const later = newVerificationCode(NOON + 3_600_000)
    assert.isTrue(codes.every((code) => code < later))
  })

  test('spreads its random letters evenly over the alphabet', ({ assert }) => {
    const seen = new Map<string, number>()
    for (let i = 0; i < 2000; i += 1)
      for (const letter of newVerificationCode(NOON).slice(4)) seen.set(letter, (seen.get(letter) ?? 0) + 1)
    assert.equal(seen.size, 32)
    for (const times of seen.values()) assert.closeTo(times, 1250, 250)
  })
})
