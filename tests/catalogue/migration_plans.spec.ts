import { test } from '@japa/runner'
import { compile, digestOfFiles } from '#catalogue/index'
import { changesBetween } from '#catalogue/domain/migration/changes'
import { checkPlan, misfits, versionOf } from '#catalogue/domain/migration/index'
import { frozenVariables } from '#catalogue/domain/migration/frozen'
import { proposePlan } from '#catalogue/domain/migration/propose'
import type { MigrationPlan } from '#catalogue/domain/migration/types'
import type { CompiledProcedure } from '#catalogue/types'
import { plant, smallProcedure } from './small_procedure.js'
import { numbered, redraw, say, version } from './two_versions.js'

const renamed = numbered(
  '1.1.0',
  redraw(['"review"', '"look"'], ['>review<', '>look<'], ['fin:form="look"', 'fin:form="review"']),
  redraw(['fin:phase="look"', 'fin:phase="review"']),
  say('/tasks', { look: 'Review', issue: 'Issue', tell: 'Tell', silence: 'Silence' }),
  (files) => {
    const steps = [{ task: 'look', by: 'case_handler', with: { decision: 'yes' } }]
    plant(files, 'scenarios/done.json', '/steps', steps)
    plant(files, 'scenarios/done.json', '/expect/path/2', 'look')
  }
)

const goesTo = ({ elements }: MigrationPlan, id: string) => elements.find(({ from }) => from === id)?.to

test.group('The plan that is proposed', () => {
  test('has each element go on at its own kind and id, and proposes it to no other', async ({ assert }) => {
    const [from, to] = [await version(), await version(numbered('1.1.0'))]
    const plan = proposePlan(from, to)
    assert.equal(plan.from, from.digest)
    assert.equal(plan.to, to.digest)
    assert.isNotEmpty(plan.elements)
    for (const { from: id, to: target } of plan.elements) assert.equal(target, id)
    assert.isUndefined(plan.phases)
    assert.deepEqual(changesBetween(from, to, plan), [])
  })

  test('finds what has another id by what people call it', async ({ assert }) => {
    const plan = proposePlan(await version(), await version(renamed))
    assert.equal(goesTo(plan, 'review'), 'look')
    assert.equal(goesTo(plan, 'late'), 'late')
  })

  test('leaves out what nothing answers to, for a person to say', async ({ assert }) => {
    const to = await version(numbered('1.1.0', renamed, say('/tasks/look', 'Something else')))
    assert.isUndefined(goesTo(proposePlan(await version(), to), 'review'))
  })

  test('takes a phase that has another id by its name', async ({ assert }) => {
    const to = await version(
      numbered(
        '1.1.0',
        redraw(['fin:phase="review"', 'fin:phase="study"']),
        say('/phases', { study: 'Review' }),
        (files) => plant(files, 'scenarios/done.json', '/expect/phase', 'study')
      )
    )
    assert.deepEqual(proposePlan(await version(), to).phases, [{ from: 'review', to: 'study' }])
  })
})

test.group('What running cases feel of a move', () => {
  const changed = async (change: (files: Map<string, string>) => void, more: Partial<MigrationPlan> = {}) => {
    const [from, to] = [await version(), await version(numbered('1.1.0', change))]
    const plan = { ...proposePlan(from, to), ...more }
    return changesBetween(from, to, plan).map(({ change: code, of, what, class: how }) => [
      code,
      of,
      what,
      how,
    ])
  }

  test('a form that asks something else is asked again', async ({ assert }) => {
    const more = (files: Map<string, string>) =>
      plant(files, 'forms/review.schema.json', '/properties/decision/enum', ['yes', 'no', 'later'])
    const said = say('/forms/review/fields/decision/options', { yes: 'Yes', no: 'No', later: 'Later' })
    const both = (files: Map<string, string>) => (more(files), said(files))
    assert.deepEqual(await changed(both), [['form', 'review', 'review', 're_ask']])
    assert.deepEqual(await changed(both, { classes: [{ change: 'form', class: 'needs_clerk' }] }), [
      ['form', 'review', 'review', 'needs_clerk'],
    ])
    assert.deepEqual(
      await changed(both, { classes: [{ change: 'form', class: 'safe' }] }),
      [['form', 'review', 'review', 're_ask']],
      'no plan is milder than the house'
    )
  })

  test('so is one whose question is put in other words', async ({ assert }) => {
    assert.deepEqual(await changed(say('/forms/review/fields/decision/label', 'What now?')), [
      ['form', 'review', 'review', 're_ask'],
    ])
  })

  test('a task of another role is for a clerk to look at', async ({ assert }) => {
    const found = await changed(redraw(['fin:role="case_handler"', 'fin:role="resolver"']))
    assert.deepEqual(found, [['role', 'review', 'resolver', 'needs_clerk']])
  })

  test('what is given up needs a clerk, and what is begun in its place is asked anew', async ({ assert }) => {
    const same = () => {}
    assert.deepEqual(await changed(same, { elements: [{ from: 'review', to: null }] }), [
      ['given_up', 'review', null, 'needs_clerk'],
    ])
    assert.deepEqual(await changed(same, { elements: [{ from: 'late', begin: 'review' }] }), [
      ['begun', 'late', 'review', 're_ask'],
    ])
  })

  test('another term of a timer, another term of the sheet and another letter change nothing by themselves', async ({
    assert,
  }) => {
    const found = await changed((files) => {
      redraw(['3 months<', '2 months<'])(files)
      plant(files, 'procedure.json', '/term/amount', 2)
      plant(files, 'documents/resolution.json', '/blocks', [
        { paragraph: 'documents.resolution.ruling' },
        { seal: true },
      ])
    })
    assert.deepEqual(found, [
      ['term', 'late', 'late', 'safe'],
      ['law', null, 'term', 'safe'],
      ['templates', null, 'resolution', 'safe'],
    ])
  })
})

test.group('A plan that can’t be carried out', () => {
  const faults = async (change: (plan: MigrationPlan, to: CompiledProcedure) => void) => {
    const [from, to] = [await version(), await version(numbered('1.1.0'))]
    const plan = proposePlan(from, to, { es: 'Uno', ca: 'Un', en: 'One' })
    change(plan, to)
    const found = checkPlan({ plan, file: 'plan', from: versionOf(from), to: versionOf(to) })
    return found.map(({ code, pointer }) => `${code} ${pointer}`)
  }

  test('is none when it is the proposal', async ({ assert }) => {
    assert.deepEqual(await faults(() => {}), [])
  })

  const planted: [
    error: string,
    change: (plan: MigrationPlan, to: CompiledProcedure) => void,
    code: string,
  ][] = [
    ['of other versions', (plan) => void (plan.to = 'f'.repeat(64)), 'PLAN_OTHER_VERSION /to'],
    [
      'that comes from another version',
      (plan) => void (plan.from = 'f'.repeat(64)),
      'PLAN_OTHER_VERSION /from',
    ],
    [
      'from an element that is not there',
      (plan) => void (plan.elements[0] = { from: 'gone', to: 'review' }),
      'PLAN_FROM_UNKNOWN /elements/0',
    ],
    [
      'to an element that is not there',
      (plan) => void (plan.elements[0]!.to = 'gone'),
      'PLAN_TO_UNKNOWN /elements/0',
    ],
    [
      'whose reason is no more than a mark',
      (plan) => void (plan.reason = { es: 'Se corrige', ca: '…' }),
      'PLAN_NO_REASON /reason/ca',
    ],
    ['twice from one element', (plan) => void plan.elements.push(plan.elements[0]!), 'PLAN_REPEATED'],
    [
      'to another kind',
      (plan) => void (plan.elements = [{ from: 'review', to: 'late' }]),
      'PLAN_KIND /elements/0',
    ],
    [
      'that begins where a case begins',
      (plan) => void (plan.elements = [{ from: 'review', begin: 'start' }]),
      'PLAN_BEGIN /elements/0',
    ],
    [
      'of a term that is none',
      (plan) => void (plan.timers = [{ element: 'review', count: 'again', ground: 'art. 21' }]),
      'PLAN_NO_TIMER /timers/0/element',
    ],
    [
      'of a phase that is none',
      (plan) => void (plan.phases = [{ from: 'review', to: 'gone' }]),
      'PLAN_PHASE /phases/0/to',
    ],
    [
      'that rewrites what was filed',
      (plan) => void (plan.variables = [{ name: 'answers', value: '1' }]),
      'PLAN_VARIABLE_FROZEN /variables/0/name',
    ],
    [
      'of a variable that nobody knows',
      (plan) => void (plan.variables = [{ name: 'gone', value: '1' }]),
      'PLAN_VARIABLE_UNKNOWN /variables/0/name',
    ],
    [
      'whose value speaks of what was not known',
      (plan) => void (plan.variables = [{ name: 'decision', value: 'gone' }]),
      'NAME_UNKNOWN /variables/0/value',
    ],
  ]
  for (const [error, change, code] of planted)
    test(`is found: one ${error}`, async ({ assert }) => {
      assert.isTrue(
        (await faults(change)).some((one) => one.startsWith(code)),
        String(await faults(change))
      )
    })

  test('is one that has silence do less for whoever is interested', async ({ assert }) => {
    const approving = await version((files) =>
      plant(files, 'procedure.json', '/silence', { effect: 'approves' })
    )
    const dismissing = await version()
    const told = (from: CompiledProcedure, to: CompiledProcedure) => {
      const plan: MigrationPlan = {
        ...proposePlan(from, to),
        law: { follow: ['silence'], ground: 'art. 24' },
      }
      return checkPlan({ plan, file: 'plan', from: versionOf(from), to: versionOf(to) }).map(
        ({ code }) => code
      )
    }
    assert.deepEqual(told(approving, dismissing), ['PLAN_SILENCE_WORSE'])
    assert.deepEqual(told(dismissing, approving), [])
  })
})

test.group('What a plan may not touch', () => {
  test('is what was filed, and what offices that sign, charge, register or notify have answered', async ({
    assert,
  }) => {
    const issuing = await version(
      redraw([
        'value="&quot;resolution&quot;" />',
        'value="&quot;resolution&quot;" /><fin:output name="number" value="result.number" />',
      ])
    )
    const frozen = frozenVariables(issuing.graph)
    assert.isTrue(frozen.has('answers'))
    assert.isTrue(frozen.has('number'))
    assert.isFalse(frozen.has('decision'))
  })

  test('a variable of another type is told of, unless the plan says what it becomes', async ({ assert }) => {
    const typed = (type: string) =>
      version(
        redraw([
          'name="decision" value="result.decision"',
          `name="decision" type="${type}" value="result.decision"`,
        ])
      )
    const [from, to] = [versionOf(await typed('string')), versionOf(await typed('number'))]
    const plan = { $schema: '', from: '', to: '', reason: {}, elements: [] }
    assert.deepEqual(misfits(from, to, plan), [{ name: 'decision', from: 'string', to: 'number' }])
    assert.deepEqual(misfits(from, to, { ...plan, variables: [{ name: 'decision', value: '1' }] }), [])
  })
})

test.group('The plans of a pack', () => {
  const withPlan = (plan: Partial<MigrationPlan>) => {
    const files = smallProcedure()
    const to = digestOfFiles(files)
    const reason = { es: 'Uno', ca: 'Un', en: 'One' }
    const whole = {
      $schema: '/schemas/migration.json',
      from: 'a'.repeat(64),
      to,
      reason,
      elements: [],
      ...plan,
    }
    files.set('migrations/0.9.0-1.0.0.json', JSON.stringify(whole))
    return { files, to }
  }

  test('are no part of the version they lead to: its digest stays', async ({ assert }) => {
    const { files, to } = withPlan({})
    const compiled = await compile(files)
    assert.isTrue(compiled.ok)
    assert.equal(compiled.ok && compiled.value.digest, to)
    assert.deepEqual(compiled.ok && compiled.value.warnings, [])
  })

  test('are linted with the procedure', async ({ assert }) => {
    const told = async (plan: Partial<MigrationPlan>) => {
      const compiled = await compile(withPlan(plan).files)
      const found = compiled.ok ? compiled.value.warnings : compiled.error
      return found.map(({ code, file, pointer }) => `${code} ${file} ${pointer}`)
    }
    const file = 'migrations/0.9.0-1.0.0.json'
    assert.deepEqual(await told({ to: 'b'.repeat(64) }), [`PLAN_OTHER_VERSION ${file} /to`])
    assert.deepEqual(await told({ elements: [{ from: 'any', to: 'gone' }] }), [
      `PLAN_TO_UNKNOWN ${file} /elements/0`,
    ])
    assert.deepEqual(await told({ reason: { es: 'Uno' } }), [
      `PLAN_REASON_MISSING ${file} /reason`,
      `PLAN_REASON_MISSING ${file} /reason`,
    ])
    assert.deepEqual(await told({ elements: [{ from: 'any' } as never] }), [
      `VALUE_TOO_FEW ${file} /elements/0`,
    ])
  })
})
