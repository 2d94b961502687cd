import { test } from '@japa/runner'
import { barredFrom } from '#filings/domain/barred'

const PERSON = { identifier: '12345678Z', organisation: null, level: 'substantial' as const }
const ENTITY = { ...PERSON, organisation: { identifier: 'B64717838', name: 'Forn, SL' } }
const FOR_PERSONS = { signInLevel: 'low' as const, audience: ['natural_person' as const] }

test.group('Who may file a procedure', () => {
  test('is whom its sheet is for: not an entity where it is for natural persons, nor the other way round', ({
    assert,
  }) => {
    const forEntities = { ...FOR_PERSONS, audience: ['legal_person' as const] }
    const forAll = { ...FOR_PERSONS, audience: ['natural_person' as const, 'legal_person' as const] }
    assert.isNull(barredFrom(FOR_PERSONS, PERSON))
    assert.equal(barredFrom(FOR_PERSONS, ENTITY), 'audience')
    assert.equal(barredFrom(FOR_PERSONS, { ...PERSON, identifier: 'B64717838' }), 'audience')
    assert.equal(barredFrom(forEntities, PERSON), 'audience')
    for (const who of [PERSON, ENTITY]) assert.isNull(barredFrom(forAll, who))
  })

  test('is known as surely as it asks', ({ assert }) => {
    const levels = ['low', 'substantial', 'high'] as const
    const barred = levels.map((signInLevel) => barredFrom({ ...FOR_PERSONS, signInLevel }, PERSON))
    assert.deepEqual(barred, [null, null, 'level'])
  })
})
