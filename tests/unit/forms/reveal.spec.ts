import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { type Json } from '#core/json'
import { compileExpression, evaluate, scopeFrom } from '#expressions/index'
import { type Condition, judge } from '../../../resources/js/office/reveal.ts'

const types = { kind: 'string', planned: 'boolean', other: 'string', tables: 'number' } as const
const treeOf = (source: string) => unwrap(compileExpression(source, { variables: types })).tree as Condition

test.group('Questions that hang on another of their page', () => {
  test('the script says of {0} what the server says')
    .with([
      'kind = "a"',
      'kind != "a"',
      'planned = true',
      'planned',
      'kind = null',
      'kind != null and planned = false',
      'kind = "a" or kind = "b"',
      'planned = true and (kind = "a" or other = "x")',
    ])
    .run(({ assert }, source) => {
      const expression = unwrap(compileExpression(source, { variables: types }))
      for (const kind of [null, 'a', 'b'])
        for (const planned of [null, true, false])
          for (const other of [null, 'x']) {
            const answers: Record<string, Json> = { kind, planned, other }
            const server = evaluate(expression, scopeFrom(answers, types)).value === true
            const script = judge(
              expression.tree as Condition,
              (name) => answers[name] as string | boolean | null
            )
            assert.equal(script ?? true, server || script === undefined, JSON.stringify(answers))
            assert.isDefined(script)
          }
    })

  test('what the script doesn’t know stays in sight: {0}')
    .with(['tables > 3', 'kind in ("a", "b")', 'not(planned)', 'upper case(kind) = "A"'])
    .run(({ assert }, source) => {
      assert.isUndefined(judge(treeOf(source), () => null))
    })

  test('an answer that isn’t on the page hides nothing', ({ assert }) => {
    assert.isUndefined(judge(treeOf('kind = "a"'), () => undefined))
    assert.isFalse(judge(treeOf('kind = "a" and planned'), (name) => (name === 'kind' ? undefined : false)))
  })
})
