import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { contrast } from '#tenancy/domain/contrast'
import { town, TOWNS } from '../views/support/render.js'

const TEXT = 4.5
const SHAPE = 3

const tokens = Object.fromEntries(
  [...readFileSync('resources/css/_tokens.scss', 'utf8').matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(
    (found) => [found[1], found[2]]
  )
) as Record<string, string>

/** [what is read, what it stands on, the least contrast] of the colours that all towns share. */
const SHARED: [string, string, number][] = [
  ...['paper', 'paper-warm', 'quiet-tint', 'caution-tint', 'danger-tint', 'info-tint', 'success-tint'].map(
    (ground): [string, string, number] => ['ink', ground, 7]
  ),
  ['ink-soft', 'paper', TEXT],
  ['ink-soft', 'paper-warm', TEXT],
  ['ink-soft', 'quiet-tint', TEXT],
  ['line-strong', 'paper', SHAPE],
  ['line-strong', 'paper-warm', SHAPE],
  ['focus-ink', 'focus', 7],
  ['link-visited', 'paper', TEXT],
  ...['danger', 'success', 'caution', 'info', 'quiet'].flatMap((tone): [string, string, number][] => [
    [tone, 'paper', TEXT],
    [tone, `${tone}-tint`, TEXT],
    ['paper', tone, TEXT],
  ]),
]

/** The same, for the four colours that each town chooses. */
const CHOSEN: [string, string, number][] = [
  ['brand', 'paper', TEXT],
  ['brand', 'paper-warm', TEXT],
  ['brand', 'tint', TEXT],
  ['brandDark', 'paper', 7],
  ['brandDark', 'tint', 7],
  ['ink', 'tint', 7],
  ['ink-soft', 'tint', TEXT],
  ['ink', 'accent', TEXT],
  ['accent', 'brandDark', SHAPE],
  ['link-visited', 'tint', TEXT],
]

test.group('Contrast', () => {
  test('black on white is 21, a colour on itself is 1, and the order does not matter', ({ assert }) => {
    assert.closeTo(contrast('#000000', '#ffffff'), 21, 0.001)
    assert.closeTo(contrast('#8b2c3d', '#8b2c3d'), 1, 0.001)
    assert.equal(contrast('#17588a', '#ffffff'), contrast('#ffffff', '#17588a'))
    assert.closeTo(contrast('#777777', '#ffffff'), 4.478, 0.001)
  })

  test('what is not a #rrggbb colour is refused', ({ assert }) => {
    for (const colour of ['#fff', 'red', '#12345g', 'url(x)', '#123456;'])
      assert.throws(() => contrast(colour, '#ffffff'))
  })

  for (const [front, ground, least] of SHARED)
    test(`${front} on ${ground} reaches ${least}`, ({ assert }) => {
      assert.isAtLeast(contrast(tokens[front] as string, tokens[ground] as string), least)
    })

  for (const slug of TOWNS)
    for (const [front, ground, least] of CHOSEN)
      test(`in ${slug}, ${front} on ${ground} reaches ${least}`, ({ assert }) => {
        const { colours } = town(slug, 'es')
        const of = (name: string): string => colours[name] ?? tokens[name]
        assert.isAtLeast(contrast(of(front), of(ground)), least)
      })

  test('the defaults, for a town that has chosen nothing, reach them too', ({ assert }) => {
    const named: Record<string, string> = {
      brand: 'town-brand',
      brandDark: 'town-brand-dark',
      accent: 'town-accent',
      tint: 'town-tint',
    }
    for (const [front, ground, least] of CHOSEN) {
      const of = (name: string) => tokens[named[name] ?? name] as string
      assert.isAtLeast(contrast(of(front), of(ground)), least, `${front} on ${ground}`)
    }
  })
})
