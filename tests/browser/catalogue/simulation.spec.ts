import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { type CompiledProcedure, lint, simulate } from '#catalogue/index'
import { validatorModule } from '#forms/index'
import { answerOf } from '#tests/browser/support/answer_of'
import { bundle } from '#tests/browser/support/bundle'
import { calendar } from '../../catalogue/calendar.js'
import { CATALOGUE } from '../../catalogue/root.js'

const PLAY = `
  import { simulate, useValidators } from './simulate.js'
  import validators from './validators.js'
  globalThis.answer = fetch('./case.json').then((answer) => answer.json()).then(({ procedure, calendar }) => {
    useValidators(Object.values(procedure.forms), validators)
    return Object.entries(procedure.scenarios).map(([id, one]) => [id, JSON.stringify(simulate(procedure, one, { calendar }))])
  })`

/** Plays every golden case of a procedure in a browser. */
const playedInBrowser = (procedure: CompiledProcedure, code: string) =>
  answerOf<[string, string][]>(PLAY, {
    '/simulate.js': { body: code, contentType: 'text/javascript' },
    '/validators.js': {
      body: validatorModule(Object.values(procedure.forms)),
      contentType: 'text/javascript',
    },
    '/case.json': { body: JSON.stringify({ procedure, calendar }), contentType: 'application/json' },
  })

test.group('A case simulated in a browser', () => {
  test('goes as on the server, to the last comma, in every golden case of the catalogue', async ({
    assert,
  }) => {
    const code = await bundle(fileURLToPath(new URL('simulated_here.ts', import.meta.url)))
    for (const { procedure } of await lint(CATALOGUE)) {
      if (!procedure) continue
      const here = await playedInBrowser(procedure, code)
      assert.sameMembers(
        here.map(([id]) => id),
        Object.keys(procedure.scenarios)
      )
      for (const [id, text] of here) {
        const there = JSON.stringify(simulate(procedure, procedure.scenarios[id]!, { calendar }))
        assert.isTrue(text === there, `${procedure.slug}/${id}: ${different(text, there)}`)
      }
    }
  })
})

/** Where two texts part. */
function different(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return `${one.slice(at - 60, at + 60)} is not ${other.slice(at - 60, at + 60)}`
}
