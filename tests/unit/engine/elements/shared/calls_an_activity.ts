import { test } from '@japa/runner'
import { draw, end, error, on, type service, start } from '../../builder.ts'
import { Case } from '../../case.ts'
import { saidOf } from '../../linted.ts'

/** What service and send tasks have in common. */
export function callsAnActivity(task: typeof service): void {
  const drawn = (given: Parameters<typeof service>[1]) =>
    draw('start -> issue -> end', { start: start(), issue: task('documents.issue', given), end: end() })
  const xml = drawn({
    'fin:retries': '5',
    in: { template: "='receipt'", subject: 'about' },
    out: { paper: 'result.documentId' },
  })

  test('calls an activity by name, with its inputs and retries', async ({ assert }) => {
    const played = await Case.of(xml, { about: 'a tree' })
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
    const played = (await Case.of(xml, { about: 'a tree' })).done('issue', { documentId: 'd-1' })
    assert.equal(played.state?.variables.paper, 'd-1')
    assert.isTrue(played.ended)
  })

  test('stops with an incident when it fails, and is ordered again under the same key', async ({
    assert,
  }) => {
    const played = await Case.of(xml, { about: 'a tree' })
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
    const played = await Case.of(xml, { about: 'a tree' })
    played.happen({ type: 'fail', key: 'issue:2', reason: 'slow' }).done('issue', { documentId: 'd-1' })
    assert.isTrue(played.ended)
  })

  test('is not ordered again where nothing had failed', async ({ assert }) => {
    const played = await Case.of(xml, { about: 'a tree' })
    assert.deepEqual(played.retry('issue', { about: 'other' }).commands, [])
    assert.equal(played.state?.variables.about, 'a tree')
  })

  test('is given up when its border is left for, and what it brings later is for nobody', async ({
    assert,
  }) => {
    const caught = draw('start -> issue -> end\nrefused -> other', {
      start: start(),
      issue: task('documents.issue'),
      refused: on('issue', error('NO_TEMPLATE')),
      end: end('issued'),
      other: end('refused'),
    })
    const played = (await Case.of(caught)).happen({ type: 'error', key: 'issue:2', code: 'NO_TEMPLATE' })
    assert.equal(played.state?.outcome, 'refused')
    assert.deepEqual(played.doneAt('issue:2', { documentId: 'd-1' }).commands, [])
  })

  test('is tried three times where nobody says how often, and up to twenty', async ({ assert }) => {
    const retries = async (given: string) =>
      (await Case.of(drawn({ 'fin:retries': given }))).of('activity')[0]?.retries
    assert.equal((await Case.of(drawn({}))).of('activity')[0]?.retries, 3)
    assert.deepEqual([await retries('0'), await retries('20')], [0, 20])
    for (const given of ['21', '-1', '1.5', 'often'])
      assert.deepEqual(await saidOf(drawn({ 'fin:retries': given })), ['RETRIES_UNUSABLE issue'])
  })

  test('has to call an activity that some office offers, with templates that there are', async ({
    assert,
  }) => {
    const nameless = draw('start -> issue -> end', { start: start(), issue: task(''), end: end() })
    assert.deepEqual(await saidOf(nameless), ['ACTIVITY_MISSING issue'])
    const known = { activities: ['documents.issue'], templates: ['receipt'] }
    assert.deepEqual(await saidOf(xml, known), [])
    assert.deepEqual(await saidOf(xml, { activities: ['documents.file'] }), ['ACTIVITY_UNKNOWN issue'])
    assert.deepEqual(await saidOf(xml, { templates: ['decree'] }), ['TEMPLATE_UNKNOWN issue'])
    assert.deepEqual(await saidOf(drawn({ in: { subject: "='receipt'" } }), { templates: ['decree'] }), [])
    assert.deepEqual(await saidOf(drawn({ in: { template: 'chosen' } }), { templates: ['decree'] }), [])
    assert.deepEqual(await saidOf(drawn({ implementation: '##WebService' })), ['REFUSED_PROPERTY issue'])
  })
}
