import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { ask, type Visitor, type Question } from '#tests/support/visitor'
import { dealt, NASTY_STRINGS } from '#tests/support/nasty_strings'
import { HOSTILE_BODIES } from './bodies.js'
import { faultOf, SLOW_MS } from './judge.js'
import { addressOf, everyRoute, isDesk, type Route } from './routes.js'
import { freshThings, openWorld, paramsOf, type World } from './world.js'

const AT_ONCE = 6

type Hostile = Question & { what: string }

/**
 * Asks all questions of a visitor who keeps nothing of the answers; tells what was wrong with which. What was
 * slow among others, on a busy machine, is asked again alone.
 */
async function faultsOf(visitor: Visitor, questions: Hostile[]): Promise<string[]> {
  const faults: string[] = []
  const slow: Hostile[] = []
  const forgiven = setInterval(() => void db.from('rate_limits').delete(), 50)
  const tell = ({ method = 'GET', path, what }: Hostile, fault: string | null) =>
    fault && faults.push(`${method} ${path.slice(0, 100)} with ${what}: ${fault}`)
  const left = [...questions]
  const work = async () => {
    for (let question = left.shift(); question; question = left.shift()) {
      const answer = await askOnce(visitor, question)
      tell(question, typeof answer === 'string' ? answer : faultOf(answer))
      if (typeof answer !== 'string' && answer.ms > SLOW_MS) slow.push(question)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  for (const question of slow) {
    const times = []
    for (let tries = 0; tries < 3; tries++) times.push((await ask(asBrowser(visitor, question))).ms)
    tell(question, Math.min(...times) > SLOW_MS ? `took ${Math.round(Math.min(...times))} ms` : null)
  }
  clearInterval(forgiven)
  return faults
}

const asBrowser = (visitor: Visitor, question: Question): Question => ({
  ...question,
  headers: { ...visitor.headers(question), ...question.headers },
})

const askOnce = (visitor: Visitor, question: Question) =>
  ask(asBrowser(visitor, question)).catch((error) => `no answer: ${error.code ?? error.message}`)

const visitorOf = ({ citizen, officer }: World, route: Route) => (isDesk(route) ? officer : citizen)

const ends = ({ pattern }: Route) => pattern.endsWith('/sign-out')

/** What takes back what the town offers, with what is filed on it: such routes come last, each in a world of its own. */
const withdraws = ({ pattern }: Route) =>
  Number(/^[/]desk[/]procedures[/]:slug[/](offer|withdrawal)$/.test(pattern))

test.group('Every route, whatever is sent to it', (group) => {
  let world: World
  const escaped: unknown[] = []
  group.setup(async () => {
    world = await openWorld()
    const note = (reason: unknown) => void escaped.push(reason)
    process.on('unhandledRejection', note)
    return () => void process.off('unhandledRejection', note)
  })

  test('answers a hostile body with what is wrong and how to mend it', async ({ assert }) => {
    const posts = everyRoute()
      .filter(({ method }) => method !== 'GET')
      .sort((one, other) => withdraws(one) - withdraws(other))
    const faults: string[] = []
    for (const route of posts.filter((one) => !ends(one))) {
      if (withdraws(route)) world = await openWorld()
      const path = addressOf(route, paramsOf(route, await freshThings(world)))
      const questions = HOSTILE_BODIES.flatMap(({ what, type, body, headers }, index) => {
        const accept = index % 2 ? 'application/json' : 'text/html'
        return {
          what,
          method: route.method,
          path,
          body,
          headers: { accept, ...(type ? { 'content-type': type } : {}), ...headers },
        }
      })
      faults.push(...(await faultsOf(visitorOf(world, route), questions)))
    }
    assert.deepEqual(faults, [])
    assert.deepEqual(escaped, [])
  }).timeout(120_000)

  test('answers a hostile address with a page or a problem', async ({ assert }) => {
    world = await openWorld()
    const things = await freshThings(world)
    const faults: string[] = []
    for (const route of everyRoute().filter(({ method }) => method === 'GET')) {
      const good = paramsOf(route, things)
      const paths = [
        ...route.params.flatMap((name) =>
          HOSTILE_PARAMS.map((value) => addressOf(route, { ...good, [name]: value }))
        ),
        ...HOSTILE_QUERIES.map((query) => `${addressOf(route, good)}?${query}`),
      ]
      faults.push(
        ...(await faultsOf(
          visitorOf(world, route),
          paths.map((path, index) => ({
            what: 'a hostile address',
            path,
            headers: { accept: index % 2 ? 'application/json' : 'text/html' },
          }))
        ))
      )
    }
    assert.deepEqual(faults, [])
    assert.deepEqual(escaped, [])
  }).timeout(120_000)
})

const HOSTILE_PARAMS = [
  '00000000-0000-0000-0000-000000000000',
  '0192F000-0000-7000-8000-000000000000',
  '0192f000-0000-7000-8000-00000000000g',
  '%00',
  '%ff',
  '%c0%80',
  '%',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5c..',
  '__proto__',
  'constructor',
  '%F0%9F%91%A9',
  "'%20or%201=1--",
  '-1',
  'x'.repeat(4000),
]

/** The names that pages read from the query, and what is hostile under each of them. */
const NAMES = [
  'q',
  'page',
  'topic',
  'code',
  'return',
  'lang',
  'year',
  'before',
  'after',
  'view',
  'unit',
  'procedure',
  'phase',
  'book',
  'from',
  'to',
  'change',
  'unscanned',
  'changed',
  'identity',
]

const all = (value: string) => NAMES.map((name) => `${name}=${value}`).join('&')

const HOSTILE_QUERIES = [
  ...[
    '%00',
    '%ff',
    '%',
    '%ud800',
    '%ed%a0%80',
    '-1',
    '1e309',
    '99999999999999999999',
    '../..',
    '%2f%2fevil',
    '%0d%0aX:y',
    '2026-02-31',
    '0192f000-0000-7000-8000-000000000000',
  ].map(all),
  NAMES.map((name) => `${name}[]=1&${name}[]=2`).join('&'),
  NAMES.map((name) => `${name}[toString]=1&${name}[a][b]=2`).join('&'),
  '__proto__[x]=1&constructor=1&toString=1&[]=1&=&&&',
  'a[b][c][d][e][f][g][h][i][j][k][l][m]=1',
  `q=${'x'.repeat(8000)}`,
  Array.from({ length: 1500 }, (_, index) => `a${index}=`).join('&'),
  ...dealt(
    NAMES,
    NASTY_STRINGS.filter((text) => text.isWellFormed() && text.length < 300),
    8
  ).map((asked) => new URLSearchParams(asked).toString()),
]
