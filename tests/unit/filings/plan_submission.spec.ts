import { test } from '@japa/runner'
import { loadProcedure, listProcedures } from '#catalogue/index'
import { unwrap } from '#core/result'
import type { Calendar } from '#deadlines/index'
import type { Upload } from '#documents/types'
import type { Chance } from '#filings/chance'
import { planSubmission } from '#filings/domain/plan_submission'
import { CATALOGUE } from '#tests/catalogue/root'
import { TownCalendars } from '#tenancy/domain/town_calendars'
import type { Town } from '#tenancy/types'

const AT = new Date('2026-03-02T09:00:00.000Z')

const calendar: Calendar = {
  id: 'town',
  timeZone: 'Europe/Madrid',
  weekend: [6, 7],
  holidays: {},
  years: [2026],
}

/** A chance that gives the same each time, and writes down what it gave. */
function foreseen(): Chance & { gave: string[] } {
  const gave: string[] = []
  const give = (what: string) => {
    gave.push(`${what}-${gave.length}`)
    return gave.at(-1)!
  }
  return {
    gave,
    newId: () => give('id'),
    risingId: () => give('rising'),
    newSalt: () => (give('salt'), '00112233445566778899aabbccddeeff'),
    newCode: () => give('code'),
  }
}

const [place] = await listProcedures(CATALOGUE)
const { procedure } = unwrap(await loadProcedure(place!))

const town = { id: 'town', name: 'Vila', directoryCode: null, timeZone: 'Europe/Madrid' } as Town
const upload = {
  id: 'upload',
  name: 'plan.pdf',
  mediaType: 'application/pdf',
  size: 3,
  sha256: 'aa',
} as Upload

function planned(chance: Chance) {
  return planSubmission(
    {
      town,
      unit: null,
      body: null,
      calendars: new TownCalendars(calendar),
      seats: [],
      procedure,
      draft: {
        id: 'draft',
        kind: 'submission',
        caseId: null,
        taskId: null,
        slug: procedure.slug,
        digest: procedure.digest,
        personId: 'person',
        codeDigest: null,
        language: 'es',
        answers: {},
        version: 1,
        accepting: true,
        askedAgain: [],
        seen: [],
        createdAt: AT,
        updatedAt: AT,
        expiresAt: AT,
      },
      answers: {},
      variables: { answers: {} },
      uploads: [upload],
      filer: {
        citizen: {
          personId: 'person',
          identifier: '12345678Z',
          name: 'Amparo',
          organisation: null,
          email: null,
          phone: null,
          level: 'substantial',
          method: 'demo',
          since: AT.getTime(),
        },
      },
      bodyDigest: 'digest',
      writing: { language: 'es', timeZone: 'Europe/Madrid', translate: (id) => id },
      book: { language: 'es', timeZone: 'Europe/Madrid', translate: (id) => id },
      at: AT,
      moved: false,
    },
    chance
  )
}

test.group('The plan of a filing', () => {
  test('is the same for the same filing and the same chance', ({ assert }) => {
    assert.deepEqual(planned(foreseen()), planned(foreseen()))
  })

  test('takes every id, code and salt from the chance that it is handed, each for one thing', ({
    assert,
  }) => {
    const chance = foreseen()
    const plan = planned(chance)
    const ids = [
      plan.filing.case_id,
      plan.entry.id,
      ...plan.documents.map(({ id }) => id),
      ...plan.case.jobs.map(({ id }) => id),
      ...plan.case.tasks.map(({ id }) => id),
    ]
    assert.includeMembers(chance.gave, ids)
    assert.lengthOf(new Set(ids), ids.length)
    const codes = plan.documents.flatMap(({ code }) => code ?? [])
    assert.lengthOf(codes, 2)
    assert.includeMembers(chance.gave, codes)
    assert.lengthOf(
      chance.gave.filter((what) => what.startsWith('salt')),
      1
    )
    assert.equal(plan.uploads[0]?.document_id, plan.documents.find(({ kind }) => kind === 'attachment')?.id)
  })
})
