import { test } from '@japa/runner'
import { err, ok } from '#core/result'
import { documentsOfFiling } from '#documents/queries/documents'
import { type FilingInCase, fileInCase } from '#filings/actions/file_in_case'
import { filingsOfCase } from '#filings/queries/filings_of_case'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { citizenFrom } from '#tests/support/filing'
import { FILED, openCase, type OpenCase } from '#tests/support/open_case'
import { countOf, rowsOf } from '#tests/support/rows'
import { addPerson } from '#tests/support/town'

const filing = ({ office, town, caseId }: OpenCase): FilingInCase => ({
  town: office.town,
  citizen: citizenFrom(town.person),
  caseId,
  kind: 'addition',
  answers: { explanation: 'Falta un plànol.' },
  at: FILED,
  moved: true,
})

test.group('What is filed in a case', () => {
  test('has its entry, its two documents and its row, like any filing', async ({ assert }) => {
    const open = await openCase()
    const filed = await fileInCase(filing(open), async () => ok([]))
    const filings = await filingsOfCase(open.town.id, open.caseId)
    assert.deepEqual(
      filings.map(({ kind, answers }) => [kind, (answers as any).explanation]),
      [
        ['submission', undefined],
        ['addition', 'Falta un plànol.'],
      ]
    )
    assert.match(filings[1]!.entryNumber, /-E-RE-000002$/)
    const id = filed.ok ? filed.value.filingId : ''
    assert.sameMembers(
      (await documentsOfFiling(open.town.id, id)).map(({ kind }) => kind),
      ['filing', 'receipt']
    )
    const [row] = await auditRows(open.town.id, 'filings.addition')
    assert.deepInclude(row!, { actor: open.town.person.id, subject: id })
    assert.deepInclude(row!.detail, { caseId: open.caseId, level: 'substantial' })
    assert.deepEqual((await verifyTown(open.town.id)).violations, [])
  })

  test('is not there at all where the case refuses it, though the case had begun to move', async ({
    assert,
  }) => {
    const open = await openCase()
    const before = await countOf(open.town.id, 'register_entries')
    assert.deepEqual(await fileInCase(filing(open), async () => err('closed' as const)), {
      ok: false,
      error: 'closed',
    })
    await assert.rejects(() =>
      fileInCase(filing(open), async (trx, { id }) => {
        await trx.rows(`UPDATE case_files SET subject = 'moved' WHERE municipality_id = $1 AND id = $2`, [
          trx.municipalityId,
          id,
        ])
        throw new Error('the power went')
      })
    )
    assert.equal(await countOf(open.town.id, 'register_entries'), before)
    assert.lengthOf(await filingsOfCase(open.town.id, open.caseId), 1)
    assert.lengthOf(
      await rowsOf(open.town.id, `SELECT 1 FROM case_files WHERE municipality_id = $1 AND subject = 'moved'`),
      0
    )
  })

  test('is filed by its interested party only: for others, and in another town, there is no case', async ({
    assert,
  }) => {
    const [open, other] = [await openCase(), await openCase()]
    const neighbour = await addPerson(open.town.id)
    for (const foreign of [
      { ...filing(open), citizen: citizenFrom(neighbour) },
      { ...filing(other), caseId: open.caseId },
      { ...filing(open), caseId: crypto.randomUUID() },
    ])
      assert.deepEqual(await fileInCase(foreign, async () => ok([])), { ok: false, error: 'not_found' })
    assert.lengthOf(await filingsOfCase(open.town.id, open.caseId), 1)
  })
})
