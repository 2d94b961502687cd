import { test } from '@japa/runner'
import { draw, end, send, service, start } from '../builder.ts'
import { Case } from '../case.ts'

const xml = (task = service) =>
  draw('start -> issue -> end', {
    start: start(),
    issue: task('documents.issue', {
      'fin:retries': '5',
      in: { template: "='receipt'", subject: 'about' },
      out: { paper: 'result.documentId' },
    }),
    end: end(),
  })

for (const [name, task] of [
  ['Service task', service],
  ['Send task', send],
] as const) {
  test.group(name, () => {
    test('calls an activity by name, with its inputs and retries', async ({ assert }) => {
      const played = await Case.of(xml(task), { about: 'a tree' })
      assert.deepEqual(played.of('activity'), [
        {
          type: 'activity',
          key: 'issue:2',
          element: 'issue',
          activity: 'documents.issue',
          input: { template: 'receipt', subject: 'a tree' },
          retries: 5,
        },
      ])
    })

    test('keeps what the activity brings back', async ({ assert }) => {
      const played = (await Case.of(xml(task), { about: 'a tree' })).done('issue', { documentId: 'd-1' })
      assert.equal(played.state?.variables.paper, 'd-1')
      assert.isTrue(played.ended)
    })

    test('stops with an incident when it fails, and is ordered again under the same key', async ({
      assert,
    }) => {
      const played = await Case.of(xml(task), { about: 'a tree' })
      played.happen({ type: 'fail', key: 'issue:2', reason: 'no seal' })
      assert.deepEqual(played.commands, [
        { type: 'incident', key: 'issue:2', element: 'issue', code: 'activity_failed', detail: 'no seal' },
      ])
      assert.equal(played.state?.tokens['issue:2']?.incident, 'activity_failed')
      played.retry('issue', { about: 'a lamp' })
      assert.deepInclude(played.of('activity')[0], {
        key: 'issue:2',
        input: { template: 'receipt', subject: 'a lamp' },
      })
      assert.isUndefined(played.state?.tokens['issue:2']?.incident)
      assert.isTrue(played.done('issue', { documentId: 'd-1' }).ended)
    })

    test('is done even when the good news comes after the bad', async ({ assert }) => {
      const played = await Case.of(xml(task), { about: 'a tree' })
      played.happen({ type: 'fail', key: 'issue:2', reason: 'slow' }).done('issue', { documentId: 'd-1' })
      assert.isTrue(played.ended)
    })

    test('is not ordered again where nothing had failed', async ({ assert }) => {
      const played = await Case.of(xml(task), { about: 'a tree' })
      assert.deepEqual(played.retry('issue', { about: 'other' }).commands, [])
      assert.equal(played.state?.variables.about, 'a tree')
    })
  })
}
