import { test } from '@japa/runner'
import { askEvidence } from '#cases/activities/ask_evidence'
import type { ActivityContext } from '#cases/activities/activity'
import { activityJob } from '#cases/jobs/activity_job'
import { registerJob } from '#core/jobs/registry'
import { contentOf } from '#documents/queries/content_of'
import type { EvidenceAnswer } from '#exchange/contract'
import { auditRows } from '#tests/support/audit_rows'
import { familyOf, foundIn } from '#tests/support/exchange'
import { answerTask } from '#tests/support/open_case'
import { resultOf } from '#tests/support/result_of'
import { rowsOf } from '#tests/support/rows'
import { COLLECTIVE, INDIVIDUAL, slipCase } from '#tests/support/slip'
import { inTown } from '#tenancy/town_transaction'
import { missing, wordsOf } from '../../unit/documents/support.ts'

const found = async ({ subject }: { subject: { identifier: string; name: string } }) =>
  foundIn(familyOf(subject.identifier, subject.name))

const SHUT = () => Promise.reject(new Error('shut'))

test.group('A case that asks a register', (group) => {
  group.each.teardown(() => registerJob('activity', activityJob))

  test('asks about its interested party and nobody else, for the procedure, by the law, before it issues anything', async ({
    assert,
  }) => {
    const slip = await slipCase(found)
    assert.deepEqual((await slip.work()).failures, [])
    const [query, ...more] = await slip.queries()
    assert.deepEqual(more, [])
    assert.deepInclude(query, {
      case_id: slip.caseId,
      subject: slip.test.person.identifier,
      scope: 'person',
      purpose: 'Volante de empadronamiento',
      authority: 'law',
      article: 'Ley 7/1985, arts. 16 y 17; RD 1690/1986, art. 61',
      procedure: 'residence-slip',
      unit: 'Citizen service',
      outcome: 'found',
    })
    assert.deepEqual(await slip.violations(), [])
  })

  test('keeps what it needs in the case: the history and the trail name neither address nor family', async ({
    assert,
  }) => {
    const slip = await slipCase(found, COLLECTIVE)
    await slip.work()
    const { history } = await slip.page()
    const asked = history.find(({ kind }) => kind === 'evidence_asked')
    assert.deepInclude(asked?.data, { service: 'residence', outcome: 'found' })
    const trail = await rowsOf(slip.town.id, `SELECT * FROM audit_entries WHERE municipality_id = $1`)
    const told = JSON.stringify([trail, asked, await slip.queries()])
    for (const secret of ['Carrer de la Prova', 'Ramon Climent', 'Biel Climent'])
      assert.notInclude(told, secret)
    const [kept] = await rowsOf<{ workflow: object }>(
      slip.town.id,
      `SELECT workflow FROM case_files WHERE municipality_id = $1`
    )
    assert.include(JSON.stringify(kept), 'Ramon Climent')
    assert.notInclude(JSON.stringify(kept), '33445566R', 'no more than the slip needs (GDPR, art. 5.1.c)')
  })

  test('asks again while nobody answers, and goes on when somebody does; each try is kept', async ({
    assert,
  }) => {
    let tries = 0
    const slip = await slipCase((query) => (++tries < 3 ? SHUT() : found(query)))
    const { failures } = await slip.work()
    assert.deepEqual(failures, Array(2).fill('UnavailableError: told did not answer (Error)'))
    assert.deepEqual(
      (await slip.queries()).map(({ outcome }) => outcome),
      ['unavailable', 'unavailable', 'found']
    )
    assert.equal((await slip.page()).summary.outcome, 'issued')
    assert.deepEqual(await slip.violations(), [])
  })

  test('becomes an incident when nobody ever answers, and names nobody in it', async ({ assert }) => {
    const slip = await slipCase(SHUT)
    await slip.work()
    const { incidents, summary } = await slip.page()
    assert.equal(summary.state, 'open')
    assert.lengthOf(incidents, 1)
    assert.equal(incidents[0]?.element, 'ask_register')
    const { identifier, name } = slip.test.person
    for (const secret of [identifier, name]) assert.notInclude(JSON.stringify(incidents), secret)
    assert.deepEqual(await slip.given(), [])
    assert.deepEqual(await slip.violations(), [])
  })

  test('cut off after the answer came asks again, and its answer takes effect once', async ({ assert }) => {
    const slip = await slipCase(found)
    let cut = 0
    registerJob('activity', {
      ...activityJob,
      run: async (job, moment) => {
        if (job.name !== 'exchange.ask' || cut++ > 0) return activityJob.run(job, moment)
        const prepared = await askEvidence.prepare!({
          town: slip.town,
          caseFile: (await slip.page()).caseFile,
          ...{ key: job.key, input: job.input['input'], ...moment },
          procedure: slip.office.procedure,
        } as unknown as ActivityContext)
        throw new Error(`the power went after ${(prepared as { answer: EvidenceAnswer }).answer.outcome}`)
      },
    })
    const { failures } = await slip.work()
    assert.deepEqual(failures, ['Error: the power went after found'])
    assert.deepEqual(
      (await slip.queries()).map(({ outcome }) => outcome),
      [null, 'found']
    )
    assert.lengthOf(await slip.given(), 1)
    assert.lengthOf(await auditRows(slip.town.id, 'exchange.answered'), 1)
    assert.deepEqual(await slip.violations(), [])
  })

  test('cut off in the transaction of its effect leaves none of it, and does it again', async ({
    assert,
  }) => {
    const slip = await slipCase(found)
    let cut = 0
    registerJob('activity', {
      ...activityJob,
      run: async (job, moment) => {
        if (job.name !== 'documents.deliver' || cut++ > 0) return activityJob.run(job, moment)
        await inTown(slip.town.id, async () => {
          await activityJob.run(job, moment)
          throw new Error('the power went')
        })
      },
    })
    await slip.work()
    assert.lengthOf(await slip.given(), 1)
    assert.lengthOf(await auditRows(slip.town.id, 'documents.delivered'), 1)
    assert.equal((await slip.page()).summary.outcome, 'issued')
    assert.deepEqual(await slip.violations(), [])
  })

  test('asks nobody where the interested party objected (Law 39/2015, art. 28.2)', async ({ assert }) => {
    const input = { service: 'residence', article: 'art. 28', objected: true }
    const context = { input } as unknown as ActivityContext
    assert.isNull(await askEvidence.prepare!(context))
    const outcome = await askEvidence.commit({} as never, context, null)
    assert.deepEqual(resultOf(outcome), { outcome: 'objected', found: false, data: null, askedAt: null })
    assert.isUndefined(outcome.audit)
  })
})

test.group('A residence slip', () => {
  const words = async (slip: Awaited<ReturnType<typeof slipCase>>) => {
    const [document] = await slip.given()
    return wordsOf((await contentOf(slip.town.id, document!)).body as Buffer).replace(/\s+/g, ' ')
  }

  test('says where and since when, what it is worth, that nobody decided it and who answers for it', async ({
    assert,
  }) => {
    const slip = await slipCase(found, { ...INDIVIDUAL, purpose: 'Matrícula escolar' })
    await slip.work()
    const text = await words(slip)
    for (const part of [
      'Volante individual',
      `Vicenta Prova Ferrer`,
      slip.test.person.identifier,
      'Carrer de la Prova, 12, 2n, 46000 Vila de Prova',
      '11 de junio de 2003',
      'Matrícula escolar',
      'meramente informativo',
      'como actuación administrativa automatizada',
      'Órgano responsable Mayor',
      'Fecha de emisión 2 de marzo de 2026',
    ])
      assert.include(text, part)
    for (const other of ['Ramon', 'Biel', 'Empar Mayor']) assert.notInclude(text, other)
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('that is collective tells the household, four digits of an adult’s number and none of a minor’s', async ({
    assert,
  }) => {
    const slip = await slipCase(found, { ...COLLECTIVE, language: 'ca' })
    await slip.work()
    const text = await words(slip)
    for (const part of [
      'Volant col·lectiu',
      'Ramon Climent Tormo',
      '***4556**',
      'Biel Climent Prova',
      '2012',
    ])
      assert.include(text, part)
    assert.notInclude(text, '33445566R')
    assert.notInclude(text, '30 d’abril de 2012')
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('under another name is issued only after somebody looked, and then by their unit', async ({
    assert,
  }) => {
    const slip = await slipCase(async ({ subject }) => foundIn(familyOf(subject.identifier, 'Vicente Prova')))
    await slip.work()
    assert.deepEqual(await slip.given(), [])
    await answerTask({ town: slip.test, caseId: slip.caseId }, 'look', { differs: 'issue' })
    await slip.work()
    const text = await words(slip)
    assert.notInclude(text, 'automatizada')
    for (const part of ['Vicente Prova', 'Unidad que lo emite Citizen service', 'ha comprobado'])
      assert.include(text, part)
  }).skip(missing('pdftotext'), 'pdftotext is not installed')

  test('can’t be given by whoever looks where the register has nobody: only a negative one', async ({
    assert,
  }) => {
    const slip = await slipCase(async () => ({ outcome: 'not_found', reference: null }))
    await slip.work()
    const open = { town: slip.test, caseId: slip.caseId }
    assert.isFalse((await answerTask(open, 'look', { differs: 'issue' })).ok)
    assert.isTrue((await answerTask(open, 'look', { notFound: 'negative' })).ok)
    await slip.work()
    assert.equal((await slip.page()).summary.outcome, 'negative')
    const [given] = await slip.given()
    assert.equal(given?.name, 'Volante de empadronamiento negativo')
    assert.deepEqual(await slip.violations(), [])
  })
})
