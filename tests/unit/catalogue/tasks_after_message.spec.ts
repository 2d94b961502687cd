import { test } from '@japa/runner'
import { tasksAfterMessage } from '#catalogue/queries/tasks_after_message'
import { unwrap } from '#core/result'
import { compileProcess } from '#engine/index'
import { draw, end, message, on, start, sub, terminate, user } from '../engine/builder.ts'

/** A review that may be withdrawn; what comes then is drawn at `accept`, and a task closes it. */
async function after(accept: ReturnType<typeof user>) {
  const xml = draw('start -> review -> done\nwithdrawn -> accept -> close -> over', {
    start: start(),
    review: user('review'),
    done: end(),
    withdrawn: on('review', message('withdrawal')),
    accept,
    close: user('close'),
    over: end(),
  })
  const graph = unwrap(await compileProcess({ file: 'process.bpmn', xml }))
  return [...tasksAfterMessage({ graph }, 'withdrawal')]
}

test.group('The tasks that a withdrawal leads to', () => {
  test('are the next ones, and none that came before or come later', async ({ assert }) => {
    assert.deepEqual(await after(user('accept')), ['accept'])
  })

  test('are those in a part of the process where it leads into one', async ({ assert }) => {
    const part = sub('opened -> answer -> settled', {
      opened: start(),
      answer: user('accept'),
      settled: end(),
    })
    assert.deepEqual(await after(part), ['answer'])
  })

  test('are those after a part that asks nothing of anybody', async ({ assert }) => {
    for (const settled of [end(), terminate()])
      assert.deepEqual(await after(sub('opened -> settled', { opened: start(), settled })), ['close'])
  })
})
