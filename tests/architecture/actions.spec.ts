import { test } from '@japa/runner'
import { paths, type Source, sources } from './support/sources.js'

const ACTION = /^app\/([a-z]+)\/actions\/([a-z_]+)\.ts$/

/**
 * The actions without a spec that mirrors them: `app/<room>/actions/<action>.ts` is tried by
 * `tests/{unit,functional}/<room>/<action>.spec.ts`, which imports it.
 */
function untried(actions: string[], specs: Source[]): string[] {
  const byPath = new Map(specs.map(({ path, text }) => [path, text]))
  return actions.filter((path) => {
    const [, room, action] = ACTION.exec(path) ?? []
    return !['unit', 'functional'].some((suite) =>
      byPath.get(`tests/${suite}/${room}/${action}.spec.ts`)?.includes(`'#${room}/actions/${action}'`)
    )
  })
}

/** Words that run one test for all, or leave one to be written. */
const LAME = /\.(pin|todo)\(/

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

  test('are found out without one, or with one that never calls them', ({ assert }) => {
    const planted = 'app/registry/actions/planted_action.ts'
    const path = 'tests/functional/registry/planted_action.spec.ts'
    assert.deepEqual(untried([...actions, planted], specs), [planted])
    assert.deepEqual(untried([planted], [{ path, text: `test('x', () => {})` }]), [planted])
    const text = `import { PlantedAction } from '#registry/actions/planted_action'`
    assert.deepEqual(untried([planted], [{ path, text }]), [])
  })
})

test.group('Specs', () => {
  const lame = (files: Source[]) => files.filter(({ text }) => LAME.test(text)).map(({ path }) => path)

  test('are all run: none stands for the others, none is still to be written', ({ assert }) => {
    assert.deepEqual(lame(specs), [])
    for (const text of [`test('x', () => {}).pin()`, `test.todo('x')`])
      assert.lengthOf(lame([{ path: 'tests/unit/planted.spec.ts', text }]), 1, text)
  })
})
