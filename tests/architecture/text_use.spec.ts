import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { kinds } from '#forms/kinds/index'
import { ROOT, paths, sources } from './support/sources.js'
import { missing, unused } from './support/text_use.js'
import { keys } from './support/texts.js'

const code = sources('app', 'start', 'bin', 'database', 'resources/js', 'resources/views')

/** What reaches a text from data: what schemas allow, what towns are, and what each kind of field complains of. */
const vocabulary = [
  ...paths('resources/schemas', 'resources/towns', 'resources/calendars').map((path) =>
    readFileSync(join(ROOT, path), 'utf8')
  ),
  ...[...kinds.values()].flatMap(({ name, errors }) => errors.map((error) => `${name}.${error}`)),
]

test.group('Texts and the code that calls them', () => {
  test('no text is without a use', ({ assert }) => {
    assert.deepEqual(unused(keys(), code, vocabulary), [])
  })

  test('no use is without its text', ({ assert }) => {
    assert.deepEqual(missing(keys(), code), [])
  })

  test('every line that the history of a case can have has its words', ({ assert }) => {
    const kinds = sources('app')
      .flatMap(({ text }) => [...text.matchAll(/recordEvent\([^)]*?kind: '(\w+)'/gs)])
      .map(([, kind]) => `cases.history.${kind}`)
    assert.isAbove(kinds.length, 5)
    assert.includeMembers(keys(), kinds)
  })

  test('every way to sign in has its name and its text', ({ assert }) => {
    const drivers = sources('app/identity/drivers').map(({ text }) => /\bname: '(\w+)'/.exec(text)?.[1])
    assert.isNotEmpty(drivers)
    assert.includeMembers(
      keys(),
      drivers.flatMap((name) => [`identity.drivers.${name}.name`, `identity.drivers.${name}.text`])
    )
  })

  test('a text that nothing calls is found', ({ assert }) => {
    const planted = [
      'desk.inbox.plantedText',
      'portal.errors.plantedKind.title',
      'core.problems.E_PLANTED.problem',
    ]
    assert.deepEqual(unused([...keys(), ...planted], code, vocabulary), planted)
  })

  for (const [path, text] of [
    ['app/portal/http/planted.ts', `i18n.t('portal.home.plantedText')`],
    ['app/portal/http/planted.ts', 'i18n.t(`portal.planted.${kind}.title`)'],
    ['resources/views/planted.edge', `{{ t('portal.planted.' + kind) }}`],
    ['resources/js/pages/desk/planted.tsx', `<p>{t('inbox.plantedText')}</p>`],
  ] as const)
    test(`a use of what nobody wrote is found: ${text}`, ({ assert }) => {
      assert.lengthOf(missing(keys(), [{ path, text }]), 1)
    })
})
