import { test } from '@japa/runner'
import { type Step, tellTimeline } from '#catalogue/index'
import { taleOf } from '#tests/support/tale'
import * as bpmn from '../engine/builder.js'
import { answered, drawn, playOf } from './played.js'

const told = async (xml: string, steps: Step[], lang = 'en') => {
  const procedure = await drawn(xml, steps)
  return { procedure, lines: tellTimeline(taleOf(procedure, lang), playOf(procedure), 'Europe/Madrid') }
}
const line = (asked: ReturnType<typeof bpmn.user>) =>
  bpmn.draw('start -> ask -> end', { start: bpmn.start(), ask: asked, end: bpmn.end('done') })

test.group('The trace of a played case', () => {
  test('says first by which version it went', async ({ assert }) => {
    const { procedure, lines } = await told(line(bpmn.user('review')), [answered('ask')])
    assert.equal(lines[0], `small, version 1.0.0 (${procedure.digest.slice(0, 12)})`)
  })

  test('tells the repetitions of an element apart: which one, of how many, for what', async ({ assert }) => {
    const asked = bpmn.many(bpmn.user('review'), { 'fin:collection': '["Anna", "Pau"]', 'fin:item': 'who' })
    const { lines } = await told(line(asked), [answered('ask'), answered('ask')])
    const all = lines.join('\n')
    assert.match(all, /opened +ask \[1 of 2: Anna\]/)
    assert.match(all, /opened +ask \[2 of 2: Pau\]/)
    assert.include(all, 'Done: “ask” [1 of 2: Anna]')
    assert.include(all, 'Done: “ask” [2 of 2: Pau]')
  })

  test('tells the turns of a loop apart, and what stands inside something that is repeated', async ({
    assert,
  }) => {
    const loop = await told(line(bpmn.again(bpmn.user('review'), 'loopCounter < 2')), [
      ...[answered('ask'), answered('ask')],
    ])
    assert.match(
      loop.lines.join('\n'),
      /opened +ask \[turn 1\][^]*Done: “ask” \[turn 1\][^]*opened +ask \[turn 2\]/
    )
    const part = bpmn.sub('in -> each -> out', {
      ...{ in: bpmn.start(), each: bpmn.user('review'), out: bpmn.end() },
    })
    const inside = await told(line(bpmn.many(part, { 'fin:collection': '[1, 2]' })), [answered('each')])
    assert.match(inside.lines.join('\n'), /opened +each \[1 of 2\][^]*opened +each \[2 of 2\]/)
  })

  test('what somebody answers is told each time, the same as often as it may be', async ({ assert }) => {
    const asked = bpmn.again(bpmn.user('review'), 'loopCounter < 6')
    const { lines } = await told(
      line(asked),
      Array.from({ length: 6 }, () => answered('ask'))
    )
    assert.lengthOf(
      lines.filter((one) => one.includes('Done: “ask”')),
      6
    )
  })

  test('that somebody closes an ad-hoc part is told as that', async ({ assert }) => {
    const xml = bpmn.draw('start -> part -> end', {
      ...{ start: bpmn.start(), end: bpmn.end('done') },
      part: bpmn.adHoc()('', { look: bpmn.user('review') }),
    })
    const { lines } = await told(xml, [{ close: 'part' }])
    assert.include(lines.join('\n'), 'Closed: “part”')
    assert.notInclude(lines.join('\n'), 'Carried out')
  })
})
