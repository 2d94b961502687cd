import { test } from '@japa/runner'
import { isCalendarDate } from '#forms/checks/calendar_date'
import { atLeast, atMost, isDecimal, isMultiple, tidyDecimal } from '#forms/checks/decimal'
import { isEmail } from '#forms/checks/email'
import { isCadastralReference, tidyCadastralReference } from '#forms/checks/cadastral_reference'
import { isCcc, isIban, tidyIban } from '#forms/checks/iban'
import { holderOf, isIdNumber, tidyIdNumber } from '#forms/checks/id_number'
import { isPhone, spacedPhone, tidyPhone } from '#forms/checks/phone'

const persons =
  '54362315K 11111111H 12345678Z 99999999R 00000000T X2482300W X5253868R X1111111G M1234567L L1111111G'
const entities =
  'J99216582 B64717838 B58378431 A13585625 A11111119 Q2826004J S2833002E S2816015H P4603500B P2807900B P2813400E'
const wrong = '54362315Z 11111111T X2482300A X1111111A L1111111C J99216583 A11111118 B64717839'

test.group('Identity numbers', () => {
  test('{0} is the number of a person')
    .with(persons.split(' '))
    .run(({ assert }, number) => {
      assert.isTrue(isIdNumber(number))
      assert.equal(holderOf(number), 'person')
    })

  test('{0} is the number of an entity')
    .with(entities.split(' '))
    .run(({ assert }, number) => {
      assert.isTrue(isIdNumber(number))
      assert.equal(holderOf(number), 'entity')
    })

  test('{0} carries a wrong control')
    .with(wrong.split(' '))
    .run(({ assert }, number) => {
      assert.isFalse(isIdNumber(number))
      assert.isNotNull(holderOf(number), 'its shape is right')
    })

  test('every other letter in place of the right one is noticed', ({ assert }) => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => isIdNumber(`12345678${letter}`))
    assert.deepEqual(letters, ['Z'])
  })

  test('what has no such shape is no number', ({ assert }) => {
    for (const text of ['', '12345678', 'I1234567A', '123456789', 'x2482300w', '12345678Z\n'])
      assert.isFalse(isIdNumber(text), text)
  })

  test('people may write dots, spaces, hyphens and small letters, and leave out the first zero', ({
    assert,
  }) => {
    assert.equal(tidyIdNumber(' 12.345.678-z '), '12345678Z')
    assert.equal(tidyIdNumber('x 2482300 w'), 'X2482300W')
    assert.equal(tidyIdNumber('1234567L'), '01234567L')
  })
})

test.group('Bank accounts', () => {
  test('the account 1234 1234 16 1234567890 is the IBAN ES77 1234 1234 1612 3456 7890', ({ assert }) => {
    assert.isTrue(isCcc('12341234161234567890'))
    assert.equal(tidyIban('1234 1234 16 1234567890'), 'ES7712341234161234567890')
    assert.isTrue(isIban('ES7712341234161234567890'))
  })

  test('ES2121000418450200051331 is valid', ({ assert }) => assert.isTrue(isIban('ES2121000418450200051331')))

  test('an account of another country is as good', ({ assert }) => {
    assert.isTrue(isIban('GB82WEST12345698765432'))
    assert.isTrue(isIban(tidyIban('iban de89 3704 0044 0532 0130 00')))
  })

  test('one wrong digit, two swapped ones or a missing one are noticed', ({ assert }) => {
    for (const text of [
      'ES7712341234161234567891',
      'ES7712341234161234576890',
      'ES771234123416123456789',
      '',
    ])
      assert.isFalse(isIban(text), text)
    assert.isFalse(isCcc('12341234171234567890'))
    assert.isFalse(isCcc('1234123416123456789'))
  })
})

test.group('Telephones and mail addresses', () => {
  test('nine digits are a Spanish number, and 00 is a plus', ({ assert }) => {
    assert.equal(tidyPhone('600 11-12.22'), '+34600111222')
    assert.equal(tidyPhone('0044 20 7946 0958'), '+442079460958')
    assert.equal(spacedPhone('+34600111222'), '+34 600 111 222')
  })

  test('a number too short, too long or with letters is none', ({ assert }) => {
    assert.isTrue(isPhone('+34600111222'))
    for (const text of ['+3460011122', '+346001112223', '600111222', '+34100111222', '+34abc', '112'])
      assert.isFalse(isPhone(text), text)
  })

  test('an address has one @, a name, and a domain with a dot', ({ assert }) => {
    for (const text of ['a@b.es', 'amparo.ferrer+avisos@correo.example.org', 'josé@añil.es'])
      assert.isTrue(isEmail(text), text)
    for (const text of [
      '',
      'a',
      'a@b',
      '@b.es',
      'a@@b.es',
      'a b@c.es',
      'a@b..es',
      '.a@b.es',
      'a@-b.es',
      `${'a'.repeat(65)}@b.es`,
    ])
      assert.isFalse(isEmail(text), text)
  })

  test('a hostile text takes no longer than its length', ({ assert }) => {
    const started = performance.now()
    isEmail(`a@${'a-'.repeat(50_000)}`)
    isIdNumber('1'.repeat(100_000))
    assert.isBelow(performance.now() - started, 1000)
  })
})

test.group('Dates and decimals', () => {
  test('a day that the calendar lacks is none', ({ assert }) => {
    for (const day of ['2026-01-31', '2024-02-29', '0099-12-31']) assert.isTrue(isCalendarDate(day), day)
    for (const day of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '2026-04-31',
      '0000-01-01',
      '--',
    ])
      assert.isFalse(isCalendarDate(day), day)
  })

  test('{written} is read as {read}')
    .with([
      { written: '1.234,56', read: '1234.56' },
      { written: '1234,56 €', read: '1234.56' },
      { written: '1.234', read: '1234' },
      { written: '1.234.567', read: '1234567' },
      { written: '1,234.56', read: '1234.56' },
      { written: '1,234,567', read: '1234567' },
      { written: '12,5', read: '12.5' },
      { written: '12.5', read: '12.5' },
      { written: '0.125', read: '0.125' },
      { written: '-3,10', read: '-3.10' },
      { written: '007', read: '7' },
      { written: '-0', read: '0' },
      { written: '1 234,5', read: '1234.5' },
    ])
    .run(({ assert }, { written, read }) => {
      assert.equal(tidyDecimal(written), read)
      assert.isTrue(isDecimal(read))
    })

  test('{0} can’t be read as a number, so it stays as it was written')
    .with(['doce', '1,2,3', '1.23.4', '12,', '.', '1e5', '1.2345,6'])
    .run(({ assert }, written) => {
      assert.equal(tidyDecimal(written), written)
      assert.isFalse(isDecimal(written))
    })

  test('limits are held to the last cent', ({ assert }) => {
    assert.isTrue(atLeast('0.10', '0.1'))
    assert.isFalse(atLeast('0.09', '0.1'))
    assert.isTrue(atMost('999999999999999999.99', '999999999999999999.99'))
    assert.isFalse(atMost('999999999999999999.991', '999999999999999999.99'))
    assert.isTrue(isMultiple('0.30', '0.1'))
    assert.isFalse(isMultiple('1.005', '0.01'))
  })
})

test.group('A cadastral reference', () => {
  for (const reference of ['7837301VG8173B0001TT', '4A08169P03PRAT0001LR', '9872023ÑH5797S0001WP'])
    test(`${reference} is valid`, ({ assert }) => assert.isTrue(isCadastralReference(reference)))

  test('with a character changed anywhere is none', ({ assert }) => {
    for (const reference of [
      '7837301VG8173B0001TA',
      '7837302VG8173B0001TT',
      '7837301VG8173B0002TT',
      '7837301NH8173B0001TT',
      '7837301VG8173B0001T',
    ])
      assert.isFalse(isCadastralReference(reference), reference)
  })

  test('is kept without spaces, in capitals', ({ assert }) => {
    assert.equal(tidyCadastralReference(' 9872023 ñh5797s 0001 wp '), '9872023ÑH5797S0001WP')
  })
})
