import { test } from '@japa/runner'
import { draw, end, ending, escalation, start } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { around, part } from './shared/escalating.ts'

test.group('Escalation end event', () => {
  test('is heard, and ends its branch with its outcome', async ({ assert }) => {
    const played = (await Case.of(around(part(true), 'E', 'false'))).done('a')
    assert.deepEqual(played.waiting, ['c', 'd', 'part'])
    assert.equal(played.state?.outcome, 'up')
    played.done('c').done('d')
    assert.isTrue(played.ended)
  })

  test('that ends the part it stands in has no outcome of its own', async ({ assert }) => {
    const played = (await Case.of(around(part(true), 'E'))).done('a')
    assert.deepEqual(played.waiting, ['d'])
    assert.isNull(played.state!.outcome)
  })

  test('unheard, is a warning of the drawing, and ends its branch', async ({ assert }) => {
    const xml = around(part(true), 'other')
    assert.deepEqual(await saidOf(xml), ['warning ESCALATION_UNHEARD up'])
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(played.waiting, ['c', 'part'])
    assert.equal(played.state?.outcome, 'up')
  })

  test('has to say its code, and leads nowhere', async ({ assert }) => {
    const nameless = draw('start -> it', { start: start(), it: ending(escalation()) })
    assert.deepEqual(await saidOf(nameless), ['ESCALATION_WITHOUT_CODE it'])
    const onward = draw('start -> it -> end', { start: start(), it: ending(escalation('E')), end: end() })
    assert.include(await saidOf(onward), 'END_GOES_ON it')
  })
})
