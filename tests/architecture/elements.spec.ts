import { test } from '@japa/runner'
import { paths, type Source, sources } from './support/sources.js'

const ELEMENT = /^app\/engine\/elements\/([a-z_]+)\.ts$/
const FOLDER = 'tests/unit/engine/elements'
/** The list of all elements, and what each of them is. */
const NO_ELEMENTS = ['index', 'kind']

const elementsIn = (files: string[]): string[] =>
  files
    .flatMap((path) => ELEMENT.exec(path)?.[1] ?? [])
    .filter((name) => !NO_ELEMENTS.includes(name))
    .sort()

/** The specs, by the element that each mirrors; what several share is tried by those that call it. */
const triedIn = (specs: Source[]): string[] =>
  specs
    .filter(({ path, text }) => path.endsWith('.spec.ts') && /\btest\.group\('[^]+=>/.test(text))
    .map(({ path }) => path.slice(FOLDER.length + 1, -'.spec.ts'.length))
    .sort()

const elements = elementsIn(paths('app/engine/elements'))
const specs = sources(FOLDER)

test.group('The elements of BPMN', () => {
  test('are all listed for the engine to execute', ({ assert }) => {
    const [list] = sources('app/engine/elements').filter(({ path }) => path.endsWith('elements/index.ts'))
    const imported = [...list!.text.matchAll(/from '#engine\/elements\/(\w+)'/g)].map(([, name]) => name!)
    assert.isAbove(elements.length, 45)
    assert.sameMembers(
      imported.filter((name) => !NO_ELEMENTS.includes(name)),
      elements
    )
  })

  test('have each a spec of its own, and no spec stands for several', ({ assert }) => {
    assert.deepEqual(triedIn(specs), elements)
  })

  test('are found out without one, and specs without an element', ({ assert }) => {
    const planted = elementsIn([...paths('app/engine/elements'), 'app/engine/elements/planted_task.ts'])
    assert.notDeepEqual(triedIn(specs), planted)
    const text = `test.group('Planted', () => { test('x', () => {}) })`
    const more = (path: string, inside = text) =>
      triedIn([...specs, { path: `${FOLDER}/${path}`, text: inside }])
    assert.deepEqual(more('planted_task.spec.ts'), planted)
    assert.notDeepEqual(more('planted_task.spec.ts', '// nothing yet'), planted)
    assert.notDeepEqual(more('planted_and_other_task.spec.ts'), elements)
  })
})
