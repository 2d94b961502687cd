import { test } from '@japa/runner'
import { fixedImprint } from '#documents/domain/make_imprint'
import { Stamps } from '#documents/stamp/stamps'
import { letterhead, VERIFY, writingIn } from './support.ts'

const imprint = fixedImprint(VERIFY, writingIn('es'))
const inColour = (stamps: Stamps, colour: string) =>
  stamps.for(colour, () => ({ letterhead: { ...letterhead, colour }, language: 'es', imprint }))

test.group('The stamps in use', () => {
  test('are kept, and made again when the town changes what is on them', ({ assert }) => {
    const stamps = new Stamps()
    const stamp = inColour(stamps, '#0b4f6c')
    assert.strictEqual(inColour(stamps, '#0b4f6c'), stamp)
    assert.notStrictEqual(inColour(stamps, '#6c0b2f'), stamp)
  })

  test('are let go when others have been used since', ({ assert }) => {
    const stamps = new Stamps(2)
    const [first, second] = [inColour(stamps, '#000001'), inColour(stamps, '#000002')]
    assert.strictEqual(inColour(stamps, '#000001'), first)
    inColour(stamps, '#000003')
    assert.strictEqual(inColour(stamps, '#000001'), first)
    assert.notStrictEqual(inColour(stamps, '#000002'), second)
  })
})
