import { globSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { htmlFaults } from '#tests/support/html'
import { LANGUAGES, render, ROOMS, texts, TOWNS } from './support/render.js'
import { samples, type Sample } from './support/samples.js'

const viewOf = (sample: Sample) => `pages/${sample.name.split(' ')[0]}`
const request = (sample: Sample) => ({
  user: sample.user ? { name: 'Amparo Ferrer Soler', organisation: 'Forn Ferrer, SL' } : null,
  ...(sample.town === null ? { town: null } : {}),
})

for (const lang of LANGUAGES)
  test.group(`The pages of the office in ${lang}`, () => {
    for (const sample of samples(lang))
      test(`${sample.name} is valid HTML and lacks no text`, async ({ assert }) => {
        const html = await render(viewOf(sample), sample.data, { lang, ...request(sample) })
        assert.deepEqual(await htmlFaults(html), [])
        assert.notMatch(html, /undefined|\[object|NaN/)
        assert.notMatch(html, /@!?[a-z]+(\.[a-z]+)?\(/i, 'a tag of the template stands on a line of its own')
        assert.notMatch(html, /<script(?![^>]*\b(src|nonce)=)|\son[a-z]+=/)
      })
  })

test.group('The frame of the office', () => {
  for (const slug of TOWNS)
    test(`carries the name, coat and colours of ${slug}`, async ({ assert }) => {
      const html = await render('pages/portal/privacy', {}, { lang: 'ca', town: slug })
      const { settings } = JSON.parse(readFileSync(`resources/towns/${slug}.json`, 'utf8'))
      assert.include(html, settings.council.ca.replaceAll("'", '&#x27;'))
      assert.include(html, `${slug}.svg`)
      for (const colour of Object.values<string>(settings.colours)) assert.include(html, colour)
    })

  test('offers the same page in every other language', async ({ assert }) => {
    const html = await render('pages/portal/privacy', {}, { lang: 'es' })
    for (const lang of ['ca', 'en']) assert.include(html, `href="?lang=${lang}"`)
    assert.notInclude(html, 'href="?lang=es"')
  })

  test('links the accessibility statement from every page (RD 1112/2018, art. 15)', async ({ assert }) => {
    for (const sample of samples('es').filter(({ town }) => town !== null))
      assert.include(
        await render(viewOf(sample), sample.data, { lang: 'es', ...request(sample) }),
        '<a href="/accessibility">Accesibilidad</a>'
      )
  })
})

test.group('The views', () => {
  test('are all shown by a sample', ({ assert }) => {
    const shown = new Set(samples('es').map(viewOf))
    const written = globSync('resources/views/pages/**/*.edge').map((file) =>
      file.slice('resources/views/'.length, -'.edge'.length)
    )
    assert.deepEqual(
      written.filter((view) => !shown.has(view)),
      []
    )
  })

  test('call every text that there is: none is left over', ({ assert }) => {
    const source = globSync(['resources/views/**/*.edge', 'app/**/*.ts', 'start/*.ts'])
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const rooms = ROOMS.filter((room) => room !== 'core')
    const called = [
      ...source.matchAll(
        new RegExp(`['"\`]((?:${rooms.join('|')})\\.[a-zA-Z0-9_.-]*)(\\$\\{|['"\`]\\s*\\+)?`, 'g')
      ),
    ].map(([, key, more]) => ({ key: key as string, prefix: Boolean(more) }))
    const idle = rooms
      .flatMap((room) => [...texts('es', room).keys()])
      .filter((key) => !called.some((call) => (call.prefix ? key.startsWith(call.key) : key === call.key)))
    assert.deepEqual(idle, [])
  })
})

test('The sheet of a procedure speaks of one article in the singular', async ({ assert }) => {
  const sheet = samples('es').find((sample) => sample.name.startsWith('portal/sheet'))!
  const html = await render(viewOf(sheet), sheet.data, { lang: 'es', ...request(sheet) })
  assert.include(html, ', artículo 5')
  assert.include(html, ', artículos 66-68')
})
