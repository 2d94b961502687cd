import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { type CompiledProcedure, lint, simulate } from '#catalogue/index'
import { validatorModule } from '#forms/index'
import { newProfile } from '#tests/browser/support/browser'
import { bundle } from '#tests/browser/support/bundle'
import { calendar } from '../../catalogue/calendar.js'
import { CATALOGUE } from '../../catalogue/root.js'

const PAGE = 'http://simulation.localhost/'
/** As strict as the house's: no function is made of text. */
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
const PLAY = `
  import { simulate, useValidators } from './simulate.js'
  import validators from './validators.js'
  globalThis.played = fetch('./case.json').then((answer) => answer.json()).then(({ procedure, calendar }) => {
    useValidators(Object.values(procedure.forms), validators)
    return Object.entries(procedure.scenarios).map(([id, one]) => [id, JSON.stringify(simulate(procedure, one, { calendar }))])
  })`

/** Plays every golden case of a procedure in a browser. */
async function playedInBrowser(procedure: CompiledProcedure, code: string): Promise<[string, string][]> {
  const files: Record<string, { body: string; contentType: string }> = {
    '/': { body: '<script type="module" src="/play.js"></script>', contentType: 'text/html' },
    '/play.js': { body: PLAY, contentType: 'text/javascript' },
    '/simulate.js': { body: code, contentType: 'text/javascript' },
    '/validators.js': {
      body: validatorModule(Object.values(procedure.forms)),
      contentType: 'text/javascript',
    },
    '/case.json': { body: JSON.stringify({ procedure, calendar }), contentType: 'application/json' },
  }
  const profile = await newProfile()
  try {
    const page = await profile.newPage()
    await page.route(`${PAGE}**`, (route) => {
      const found = files[new URL(route.request().url()).pathname]
      return route.fulfill(
        found ? { ...found, headers: { 'content-security-policy': POLICY } } : { status: 404 }
      )
    })
    await page.goto(PAGE)
    await page.waitForFunction('globalThis.played')
    return await page.evaluate<[string, string][]>('globalThis.played')
  } finally {
    await profile.close()
  }
}

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
