import { test } from '@japa/runner'
import { paths, type Source, sources } from './support/sources.js'

const ACTION = /^app\/([a-z]+)\/actions\/([a-z_]+)\.ts$/

const withoutComments = (text: string) => text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')

/** Whether a spec imports something from this address, calls it, and says what has to come of it. */
function tries(text: string, address: string): boolean {
  const code = withoutComments(text)
  const names = [...code.matchAll(/^import \{([^}]*)\} from '([^']+)'$/gms)]
    .filter(([, , from]) => from === address)
    .flatMap(([, list]) => list!.split(',').map((name) => name.trim().split(' as ').at(-1)!))
  const called = names.some((name) =>
    new RegExp(`(?<!new )\\b${name}\\(|new ${name}\\([^]*[.]execute\\(`).test(code)
  )
  return called && /\bassert[.]\w+\(/.test(code)
}

/**
 * The actions without a spec that mirrors them: `app/<room>/actions/<action>.ts` is tried by
 * `tests/{unit,functional}/<room>/<action>.spec.ts`, which carries it out and asserts what comes of it.
 */
function untried(actions: string[], specs: Source[]): string[] {
  const byPath = new Map(specs.map(({ path, text }) => [path, text]))
  return actions.filter((path) => {
    const [, room, action] = ACTION.exec(path) ?? []
    return !['unit', 'functional'].some((suite) =>
      tries(byPath.get(`tests/${suite}/${room}/${action}.spec.ts`) ?? '', `#${room}/actions/${action}`)
    )
  })
}

/** Words that run one test for all, leave one to be written, or leave one out whatever the machine has. */
const LAME = /[.](?:pin|todo)\(|[.]skip\(\s*(?:true|1|\)|\(\)|async|function)/

const specs = sources('tests/unit', 'tests/functional')
const actions = paths('app').filter((path) => path.split('/')[2] === 'actions')

test.group('Actions', () => {
  test('are verbs, one a file, all of them named alike', ({ assert }) => {
    assert.isNotEmpty(actions)
    assert.deepEqual(
      actions.filter((path) => !ACTION.test(path)),
      []
    )
  })

  test('have each a spec that mirrors it', ({ assert }) => {
    assert.deepEqual(untried(actions, specs), [])
  })

  const address = '#registry/actions/planted_action'
  const imported = `import { PlantedAction } from '${address}'\n`
  const asserts = `assert.equal(outcome, 1)`

  for (const [what, text] of [
    ['no spec', ''],
    ['one that knows nothing of it', `test('x', () => { ${asserts} })`],
    ['one that only imports it', `${imported}test('x', () => { ${asserts} })`],
    ['one that only makes it', `${imported}test('x', () => { new PlantedAction(); ${asserts} })`],
    ['one that asserts nothing', `${imported}test('x', () => new PlantedAction().execute())`],
    ['one that calls it in a comment', `${imported}// new PlantedAction().execute()\n${asserts}`],
  ] as const)
    test(`are found out with ${what}`, ({ assert }) => {
      const planted = 'app/registry/actions/planted_action.ts'
      const path = 'tests/functional/registry/planted_action.spec.ts'
      assert.deepEqual(untried([...actions, planted], [...specs, { path, text }]), [planted])
    })

  test('are tried by a spec that carries them out and asserts', ({ assert }) => {
    for (const call of ['new PlantedAction().execute(1)', 'PlantedAction(trx)']) {
      const text = `${imported}test('x', async () => { const outcome = await ${call}; ${asserts} })`
      assert.isTrue(tries(text, address), call)
    }
  })
})

test.group('Specs', () => {
  const lame = (files: Source[]) =>
    files.filter(({ text }) => LAME.test(withoutComments(text))).map(({ path }) => path)

  test('are all run: none stands for the others, none is still to be written, none is left out', ({
    assert,
  }) => {
    assert.deepEqual(lame(sources('tests/unit', 'tests/functional', 'tests/browser', 'tests/catalogue')), [])
  })

  for (const text of [
    `test('x', () => {}).pin()`,
    `test.todo('x')`,
    `test('x', () => {}).skip()`,
    `test('x', () => {}).skip(true)`,
    `test('x', () => {}).skip(true, 'later')`,
    `test('x', () => {}).skip(() => true)`,
    `group.tap((one) => one.skip(true))`,
  ])
    test(`are found out when one is: ${text}`, ({ assert }) => {
      assert.lengthOf(lame([{ path: 'tests/unit/planted.spec.ts', text }]), 1)
    })
})
