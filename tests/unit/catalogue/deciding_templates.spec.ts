import { test } from '@japa/runner'
import { decidingTemplates } from '#catalogue/index'
import type { CompiledProcedure } from '#catalogue/types'
import { unwrap } from '#core/result'
import { RESOLUTION } from '#documents/index'
import { compileProcess } from '#engine/index'
import { draw, end, message, on, service, start, sub, user } from '../engine/builder.ts'

const issue = (template: string) => service('documents.issue', { in: { template: `"${template}"` } })
const part = (template: string) =>
  sub('opened -> issue -> settled', { opened: start(), issue: issue(template), settled: end() })

const resolution = (id: string): CompiledProcedure['templates'][string] => ({
  ...{ id, type: RESOLUTION, issuer: 'body', automated: false, title: id, blocks: [] },
})

/** A request that somebody decides, unless it is withdrawn before; a withdrawal is accepted by a resolution, too. */
async function deciding(granting: ReturnType<typeof issue>, accepting: ReturnType<typeof issue>) {
  const xml = draw('start -> review -> grant -> granted\nwithdrawn -> accept -> over', {
    start: start(),
    review: user('review'),
    grant: granting,
    granted: end('granted'),
    withdrawn: on('review', message('withdrawal')),
    accept: accepting,
    over: end('withdrawn'),
  })
  const graph = unwrap(await compileProcess({ file: 'process.bpmn', xml }))
  const templates = { grant: resolution('grant'), acceptance: resolution('acceptance') }
  return decidingTemplates({ graph, templates }, 'withdrawal')
}

test.group('What ends what was asked for', () => {
  test('is what the process resolves by itself, and not what a withdrawal leads to', async ({ assert }) => {
    assert.deepEqual(await deciding(issue('grant'), issue('acceptance')), ['grant'])
  })

  test('is so in a part of the process, too, which is entered as it is drawn', async ({ assert }) => {
    assert.deepEqual(await deciding(part('grant'), issue('acceptance')), ['grant'])
    assert.deepEqual(await deciding(issue('grant'), part('acceptance')), ['grant'])
  })
})
