import { test } from '@japa/runner'
import { fixedImprint } from '#documents/domain/make_imprint'
import { Stamps } from '#documents/stamp/stamps'
import { letterhead, VERIFY, writingIn } from './support.ts'

const facts = (colour: string) => ({
  letterhead: { ...letterhead, colour },
  language: 'es',
  imprint: fixedImprint(VERIFY, writingIn('es')),
})

test.group('The stamps in use', () => {
  test('are kept, and made again when the town changes what is on them', ({ assert }) => {
    const stamps = new Stamps()
    const stamp = stamps.for(facts('#0b4f6c'))
    assert.strictEqual(stamps.for(facts('#0b4f6c')), stamp)
    assert.notStrictEqual(stamps.for(facts('#6c0b2f')), stamp)
  })

  test('are let go when others have been used since', ({ assert }) => {
    const stamps = new Stamps(2)
    const [first, second] = [stamps.for(facts('#000001')), stamps.for(facts('#000002'))]
    assert.strictEqual(stamps.for(facts('#000001')), first)
    stamps.for(facts('#000003'))
    assert.strictEqual(stamps.for(facts('#000001')), first)
    assert.notStrictEqual(stamps.for(facts('#000002')), second)
  })
})
