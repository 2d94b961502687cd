import { test } from '@japa/runner'
import { masked } from '#exchange/domain/masked'
import { keepResidence } from '#exchange/domain/residence'
import { sameName } from '#exchange/domain/same_name'

const SUBJECT = { identifier: '12345678Z', name: 'Amparo Ferrer Miralles' }

const person = (name: string, identifier: string | null, bornOn: string) => ({
  name,
  identifier,
  bornOn,
  registeredOn: '2003-06-11',
  nationality: 'ES',
})

const ANSWER = {
  person: person('FERRER MIRALLES, AMPARO', '12345678Z', '1972-05-12'),
  address: 'Carrer Major, 1',
  cadastralReference: '7837301VG8173B0001TT',
  members: [
    person('Ramon Climent', '33445566R', '1970-01-09'),
    person('Laia Climent', '44556677L', '2008-03-02'),
    person('Biel Climent', '11223344B', '2008-03-03'),
    person('Ingrid Lindqvist', 'X2482300W', '1990-08-25'),
    person('John Smith', 'AB123456', '1990-08-25'),
  ],
}

test.group('Of what the population register answers', () => {
  test('a person gets their own address and the day since which they have it, and nobody else', ({
    assert,
  }) => {
    const kept = keepResidence(ANSWER, { subject: SUBJECT, scope: 'person', on: '2026-03-02' })
    assert.deepEqual(kept, {
      name: 'FERRER MIRALLES, AMPARO',
      nameAgrees: true,
      address: 'Carrer Major, 1',
      registeredOn: '2003-06-11',
      members: [],
    })
  })

  test('of a household the others are told by name and year; of an adult four digits, of a minor no number at all (GDPR, art. 5.1.c)', ({
    assert,
  }) => {
    const kept = keepResidence(ANSWER, { subject: SUBJECT, scope: 'household', on: '2026-03-02' })
    const told = (kept!['members'] as any[]).map(({ name, identifier, born }) => [name, identifier, born])
    assert.deepEqual(told, [
      ['FERRER MIRALLES, AMPARO', '12345678Z', '1972'],
      ['Ramon Climent', '***4556**', '1970'],
      ['Laia Climent', '***5667**', '2008'],
      ['Biel Climent', null, '2008'],
      ['Ingrid Lindqvist', '****2300*', '1990'],
      ['John Smith', '****3456', '1990'],
    ])
    const text = JSON.stringify(kept)
    for (const dropped of ['33445566R', '1970-01-09', 'nationality', '7837301VG8173B0001TT'])
      assert.notInclude(text, dropped)
  })

  test('what is no answer is none: without address, without dates, or with somebody who is nobody', ({
    assert,
  }) => {
    const asked = { subject: SUBJECT, scope: 'household' as const, on: '2026-03-02' }
    const { person: who, members } = ANSWER
    for (const wrong of [
      {},
      { ...ANSWER, address: '' },
      { ...ANSWER, person: null },
      { ...ANSWER, person: { ...who, registeredOn: 'ayer' } },
      { ...ANSWER, person: { ...who, bornOn: 1972 } },
      { ...ANSWER, members: [...members, { name: '' }] },
      { ...ANSWER, members: 'nobody' },
    ])
      assert.isNull(keepResidence(wrong, asked), JSON.stringify(wrong))
  })
})

test.group('Two registers mean the same name', () => {
  for (const [one, other] of [
    ['Amparo Ferrer Miralles', 'FERRER MIRALLES, AMPARO'],
    ['Vicent Soler i Blasco', 'Vicent Soler Blasco'],
    ['José de la Cruz', 'JOSE CRUZ'],
    ['Gal·la Pérez-Font', 'Perez Font, Galla'],
    ['Núñez', 'NUÑEZ'],
  ] as const)
    test(`${one} and ${other}`, ({ assert }) => assert.isTrue(sameName(one, other)))

  for (const [one, other] of [
    ['Vicent Soler i Blasco', 'Vicente Soler Blasco'],
    ['Peña', 'Pena'],
    ['Amparo Ferrer', 'Amparo Ferrer Miralles'],
    ['', 'Amparo'],
  ] as const)
    test(`not ${one || 'nobody'} and ${other}`, ({ assert }) => assert.isFalse(sameName(one, other)))
})

test.group('An identity number of somebody else', () => {
  test('shows four digits at most, whatever it is', ({ assert }) => {
    assert.deepEqual(['12345678Z', 'X1234567L', 'PA12345', '1234', null].map(masked), [
      '***4567**',
      '****4567*',
      '***2345',
      '****',
      null,
    ])
  })
})
