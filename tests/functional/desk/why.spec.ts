import { test } from '@japa/runner'
import { casePage } from '#cases/queries/case_page'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { SendMessage } from '#cases/actions/send_message'
import { SYSTEM } from '#audit/types'
import { daysOfYear } from '#tenancy/queries/calendar_year'
import { unwrap } from '#core/result'
import { atTheDesk } from '#tests/support/desk_visitor'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED, officerOf } from '#tests/support/open_case'
import { testTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'
import {
  draw,
  end,
  exclusive,
  message,
  service,
  start,
  timer,
  user,
  waitFor,
} from '../../unit/engine/builder.js'

/** A decision that leads straight to a wait. */
const WAITS = draw(
  `start -> decide
   decide -> told : size < 5
   decide -> review : size >= 5
   told -> suspend -> review -> done`,
  {
    start: start(),
    decide: exclusive(),
    told: waitFor(message('works_finished'), { out: { size: 'result.size :: number' } }),
    suspend: service('cases.suspend_term'),
    review: user('review'),
    done: end('done'),
  }
)

async function opened(size: number | null) {
  const town = await testTown()
  const procedure = await drawnProcedure(town.id, 'waits', WAITS)
  const { caseId } = await openDrawn(town.id, procedure, { size })
  const visitor = await atTheDesk(town, town.officer)
  const told = async () => (await visitor.get(`/desk/cases/${caseId}`)).props.history as any[]
  const why = async (title: string) => {
    const line = (await told()).find((one) => one.title === title)
    return new Map<string, string[]>(line?.why.map(({ label, lines }: any) => [label, lines]))
  }
  return { town, procedure, caseId, visitor, told, why }
}

async function tell(townId: string) {
  const message = { key: 'w1', name: 'works.finished', about: '', payload: { size: 4 } }
  unwrap(await new SendMessage().execute({ municipalityId: townId, ...message, actor: SYSTEM, at: FILED }))
  await settle(townId, FILED)
}

test.group('Why a case went as it did, on its page', () => {
  test('a decision that leads straight to a wait is told, with the values that it saw', async ({
    assert,
  }) => {
    const { told } = await opened(3)
    const [line] = (await told()).filter(({ details }) => details.some((one: string) => /gateway/.test(one)))
    assert.deepEqual(line.details, ['At a gateway: “told” is less than “5” (it was: told: 3)'])
  })

  test('an incident says which condition could not be told, and what it saw', async ({ assert }) => {
    const { why } = await opened(null)
    const facts = await why('Incident: A condition of the procedure gave neither true nor false.')
    assert.deepEqual(facts.get('What failed'), [
      'At a gateway, nobody can tell whether “told” is less than “5”',
      'It was: told: nothing',
    ])
    assert.deepEqual(facts.get('Element'), ['a gateway (decide in the drawing)'])
  })

  test('one that is tried again says what it stumbled on, and what decided then', async ({ assert }) => {
    const { visitor, why, caseId, town } = await opened(null)
    const [incident] = (await casePage(town.id, caseId, FILED))!.incidents
    await visitor.post(`/desk/incidents/${incident!.id}/retry`, {
      reason: 'it is known now',
      variables: { size: '7' },
    })
    const facts = await why('Tried again after an incident')
    assert.match(facts.get('What happened')!.at(-1)!, /^Tried again: a gateway \(Amparo Oficial, /)
    assert.deepEqual(facts.get('What was checked'), [
      'At a gateway: “told” is “5” at least (it was: told: 7)',
    ])
    assert.include(facts.get('What failed')!, 'It was: told: nothing')
  })

  test('a message says what had waited for it, and why that waited', async ({ assert }) => {
    const { town, why, told } = await opened(3)
    await tell(town.id)
    const line = (await told()).find(({ title }) => title === 'Message received from another case or system')
    assert.deepEqual(line.details, ['works.finished'])
    const facts = await why(line.title)
    assert.match(facts.get('What happened')!.at(-1)!, /^The message works\.finished came/)
    assert.deepEqual(facts.get('What was checked'), [
      'At a gateway: “told” is less than “5” (it was: told: 3)',
    ])
    assert.deepEqual(facts.get('Element'), ['“told” (told in the drawing)'])
  })

  test('a case that nobody filed says by which article it was opened (Law 39/2015, art. 58)', async ({
    assert,
  }) => {
    const { told } = await opened(3)
    const line = (await told()).find(({ title }) => title.startsWith('Opened ex officio with number'))
    const facts = Object.fromEntries(line.why.map(({ label, lines }: any) => [label, lines]))
    assert.deepEqual(facts['Law'], ['Law 39/2015, art. 58'])
    assert.match(facts['What happened'][0], /^It was opened ex officio/)
  })

  test('a suspension names its article (Law 39/2015, art. 22.1)', async ({ assert }) => {
    const { town, why } = await opened(3)
    await tell(town.id)
    assert.deepEqual((await why('The term to decide was suspended')).get('Law'), ['Law 39/2015, art. 22.1'])
  })

  test('terms that are counted again say for what, by whom and by which article (art. 30.7)', async ({
    assert,
  }) => {
    const town = await testTown()
    const drawn = draw('start -> term -> done', {
      start: start(),
      term: waitFor(timer('10 working days')),
      done: end('done'),
    })
    const { caseId } = await openDrawn(town.id, await drawnProcedure(town.id, 'waits', drawn))
    const closed = {
      day: '2026-03-05',
      name: { es: 'Fiesta', ca: 'Festa', en: 'Feast' },
      scope: 'local' as const,
    }
    unwrap(
      await new ChangeCalendar().execute({
        ...{ municipalityId: town.id, year: 2026, days: [...(await daysOfYear(town.id, 2026)), closed] },
        ...{ source: 'BOP 12', reason: 'agreed', actor: officerOf(town), at: FILED },
      })
    )
    const visitor = await atTheDesk(town, town.officer)
    const { history } = (await visitor.get(`/desk/cases/${caseId}`)).props
    const line = history.find(({ why }: any) => why[0]?.lines[0]?.startsWith('Other closed days count'))
    const facts = Object.fromEntries(line.why.map(({ label, lines }: any) => [label, lines]))
    assert.match(facts['What happened'][0], /\(Amparo Oficial, /)
    assert.deepEqual(facts['Law'], ['Law 39/2015, art. 30.7'])
  })

  test('a case that was moved by hand says by whom, and where to', async ({ assert }) => {
    const { visitor, caseId, why } = await opened(3)
    const path = `/desk/cases/${caseId}/modification`
    const { tokens } = (await visitor.get(path)).props
    const typed = { cancel: [tokens[0].key], begin: 'review', reason: 'they came by' }
    const { seen } = (await visitor.post(path, typed)).props
    assert.equal((await visitor.post(path, { ...typed, step: 'confirmed', seen })).status, 303)
    const facts = await why('Moved by hand')
    assert.match(facts.get('What happened')![0]!, /^An administrator moved the case \(Amparo Oficial, /)
    assert.deepEqual(facts.get('Element'), ['“Called review” (review in the drawing)'])
    assert.match(facts.get('Version')![0]!, /^waits 1\.0\.0/)
  })
})
