import { test } from '@japa/runner'
import type { Json } from '#core/json'
import { unwrap } from '#core/result'
import { compileExpression, evaluate, scopeFrom } from '#expressions/index'
import { whatIsLeft } from '#forms/answers/what_is_left'
import { type Condition, judge } from '../../../resources/js/office/reveal.ts'

const types = {
  decision: 'string',
  previous: 'string',
  agreed: 'boolean',
  variables: { context: { unchanged: 'boolean', tables: 'number', kind: 'string' } },
} as const

const compiled = (source: string) => unwrap(compileExpression(source, { variables: types }))

/** What is left while the decision and the agreement may still change. */
function left(source: string, known: Record<string, Json>) {
  const expression = compiled(source)
  return whatIsLeft(expression, {
    isOpen: (name) => ['decision', 'agreed'].includes(name),
    valueOf: (tree, variables) => evaluate({ ...expression, tree, variables }, scopeFrom(known, types)).value,
  })
}

test.group('What is left of a condition for a page', () => {
  test('one side that the process rules out decides it, and one that it grants falls away', ({ assert }) => {
    const source = 'decision = "complete" and variables.unchanged = true'
    assert.isFalse(left(source, { variables: { unchanged: false } }))
    assert.isFalse(left(source, { variables: { unchanged: null } }))
    assert.isFalse(left(source, {}))
    assert.deepInclude(left(source, { variables: { unchanged: true } }), { variables: ['decision'] })
    assert.isTrue(left('agreed or variables.tables > 3', { variables: { tables: 4 } }))
  })

  test('the script and the server come to the same, whatever is known and answered: {0}')
    .with([
      'decision = "complete" and variables.unchanged = true',
      'variables.unchanged and (agreed or decision = "complete")',
      'variables.unchanged = true or decision = "complete"',
      'decision = variables.kind',
      'variables.kind != decision or previous = "confirmed"',
      'variables.tables > 3 and agreed = variables.unchanged',
      'agreed and decision = "complete" and previous = "confirmed" or variables.tables < 2',
    ])
    .run(({ assert }, source) => {
      for (const unchanged of [null, true, false])
        for (const tables of [null, 1, 4])
          for (const kind of [null, 'complete'])
            for (const previous of [null, 'confirmed'])
              for (const decision of [null, 'complete', 'correction'])
                for (const agreed of [null, true, false]) {
                  const known = { previous, variables: { unchanged, tables, kind } }
                  const all = { ...known, decision, agreed }
                  const server = evaluate(compiled(source), scopeFrom(all, types)).value === true
                  const one = left(source, known)
                  const answers: Record<string, string | boolean | null> = { decision, agreed }
                  const shows =
                    typeof one === 'boolean' ? one : judge(one.tree as Condition, (name) => answers[name])
                  assert.strictEqual(shows, server, JSON.stringify(all))
                }
    })

  test('what no script can tell stays, to be told by the server', ({ assert }) => {
    const one = left('variables.unchanged = true and upper case(decision) = "YES"', {
      variables: { unchanged: true },
    })
    assert.isObject(one)
    assert.isUndefined(judge((one as { tree: Condition }).tree, () => 'yes'))
  })
})
