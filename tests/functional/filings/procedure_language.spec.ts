import { test } from '@japa/runner'
import { languageOf } from '#filings/domain/applicant'
import { inTown } from '#tenancy/town_transaction'
import { CitizensCase } from '#tests/support/citizens_case'
import { goodAnswers, openOffice } from '#tests/support/filing'
import { GRANT, PROCEED } from '#tests/support/open_case'
import { wordsIn } from '#tests/support/page_forms'

const TABLES = ['filings', 'case_files', 'documents', 'notices']

test.group('The language of a case (Law 39/2015, art. 15)', () => {
  for (const [chosen, resolution, pageTitle] of [
    ['es', 'Resolución', 'Registered with number'],
    ['ca', 'Resolució', 'Registered with number'],
  ] as const)
    test(`is ${chosen} in all that is written when it was chosen, while the pages stay in the reader’s`, async ({
      assert,
    }) => {
      const office = await openOffice({ demo: true })
      const filed = await CitizensCase.file(office, { language: chosen })
      await filed.officerAnswers('review', PROCEED)
      await filed.officerAnswers('resolve', GRANT)
      const written = await inTown(office.town.id, async (trx) => {
        const of = (sql: string) => trx.rows<{ said: string }>(sql, [office.town.id])
        return {
          languages: (
            await Promise.all(
              TABLES.map((table) => of(`SELECT language AS said FROM ${table} WHERE municipality_id = $1`))
            )
          ).flat(),
          entries: await of(
            `SELECT content ->> 'language' || ' ' || (content -> 'procedure' ->> 'title') AS said FROM register_entries WHERE municipality_id = $1`
          ),
          names: await of(
            `SELECT name AS said FROM documents WHERE municipality_id = $1 AND kind = 'resolution'`
          ),
        }
      })
      const said = (rows: { said: string }[]) => [...new Set(rows.map((row) => row.said))]
      assert.deepEqual(said(written.languages), [chosen])
      // The books have one language, and say which one the case has.
      assert.deepEqual(said(written.entries), [`${chosen} Instancia general`])
      assert.deepEqual(said(written.names), [resolution])
      assert.include(wordsIn((await filed.citizen.get(filed.path)).body), pageTitle)
    })

  test('is an official one where nothing was chosen: the reader’s, else the town’s first', async ({
    assert,
  }) => {
    const office = await openOffice()
    const form = office.procedure.forms[office.procedure.sheet.submissionForm]!
    const { language: _, ...answers } = goodAnswers(office)
    const of = (language: string, languages: ('es' | 'ca' | 'en')[]) =>
      languageOf(form, answers, { draft: { language }, town: { languages } })
    assert.equal(of('ca', ['es', 'ca', 'en']), 'ca')
    assert.equal(of('en', ['es', 'ca', 'en']), 'es')
    assert.equal(of('en', ['en', 'ca', 'es']), 'ca')
  })
})
