import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { askedWords } from '#cases/domain/asked_words'
import { searchCases } from '#cases/queries/search_cases'
import { fileAt } from '#tests/support/moved_filing'
import { goodAnswers } from '#tests/support/filing'
import { FILED, openCase, pageOf } from '#tests/support/open_case'
import { testTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'
import { inTown } from '#tenancy/town_transaction'

/** The identity number with the dots and the dash that people write. */
const dotted = (number: string) => number.replace(/^(..)(...)(...)(.)$/, '$1.$2.$3-$4')

test.group('A case is found', () => {
  test('by its number, its people and its words, as people write them', async ({ assert }) => {
    const open = await openCase({ subject: 'Farola apagada en la calle Mayor, València' })
    const { town, caseId, office } = open
    const page = await pageOf(open)
    const { identifier } = town.person
    const found = async (question: string) =>
      (await searchCases(town.id, question, { at: FILED })).map(({ id }) => id)
    for (const question of [
      page.summary.entryNumber!,
      page.summary.entryNumber!.toLowerCase(),
      '1',
      '000001',
      identifier.toLowerCase(),
      dotted(identifier),
      'valencia farola',
      'FAROLAS',
      'faro',
      'Calles',
      `${identifier} farola`,
    ])
      assert.deepEqual(await found(question), [caseId], question)
    for (const nothing of ['semáforo', 'arola', 'farola semáforo', '2', '000002', '   ', '¿?', `'&|!:*`])
      assert.deepEqual(await found(nothing), [], nothing)
    const { caseId: second } = await fileAt(office, office.procedure, {
      answers: { ...goodAnswers(office), subject: 'Semáforos' },
      at: FILED,
    })
    await settle(town.id, FILED)
    assert.deepEqual(await found('semaforo'), [second])
    assert.deepEqual(await found(dotted(identifier)), [second, caseId])
    const elsewhere = await testTown()
    for (const question of ['farola', '1', identifier])
      assert.lengthOf(await searchCases(elsewhere.id, question, { at: FILED }), 0)
  })

  test('by the index of the words among many, whichever way it is asked', async ({ assert }) => {
    const town = await testTown()
    await inTown(town.id, (trx) =>
      trx.rows(
        `SELECT index_case(gen_random_uuid(), 'farola' || n || ' ' || 10000000 + n || 'X calle') FROM generate_series(1, 20000) n`
      )
    )
    await db.connection('owner').rawQuery('ANALYZE case_search')
    for (const question of ['farola19', 'FAROLA77', '10.019.999-X', 'farola123 calle']) {
      const [rows, scans] = await inTown(town.id, async (trx) => [
        await trx.rows(`SELECT * FROM search_cases($1::tsquery, 50)`, [askedWords(question)]),
        await trx.rows<{ words: number; sequential: number }>(
          `SELECT pg_stat_get_xact_numscans('case_search_words'::regclass)::int AS words,
                  (SELECT count(*)::int FROM pg_stat_xact_user_tables WHERE relname = 'case_search' AND seq_scan > 0) AS sequential`
        ),
      ])
      assert.isNotEmpty(rows, question)
      assert.isAbove(scans[0]!.words, 0, question)
      assert.equal(scans[0]!.sequential, 0, question)
    }
  })
})
