import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { compile } from '#catalogue/index'
import type { Diagnostic } from '#core/diagnostic'
import { pack, plant, smallProcedure } from './small_procedure.js'

type Files = Map<string, string>

interface Planted {
  error: string
  plant: (files: Files) => void
  code: string
  file: string
  pointer?: string
  element?: string
}

const SHEET = 'procedure.json'
const at =
  (file: string, pointer: string, value: unknown) =>
  (files: Files): void =>
    plant(files, file, pointer, value)
const inAll =
  (pointer: string, value: unknown) =>
  (files: Files): void => {
    for (const language of ['es', 'ca', 'en']) plant(files, `texts/${language}.json`, pointer, value)
  }
const xml =
  (from: string, to: string) =>
  (files: Files): void => {
    files.set('process.bpmn', (files.get('process.bpmn') as string).replace(from, to))
  }

/** Another question of the form that is filed, which may be left empty. */
const asking =
  (field: object) =>
  (files: Files): void => {
    plant(files, 'forms/submission.schema.json', '/properties/more', { $anchor: 'more', ...field })
    plant(files, 'forms/submission.ui.json', '/pages/0/fields', ['request', 'more'])
    const options = { north: 'North', south: 'South' }
    inAll('/forms/submission/fields/more', { label: 'More', ...('items' in field && { options }) })(files)
  }

/** After the task, a way that is taken by a condition only. */
const parted = (condition: string) => (files: Files) => {
  const gate =
    '<bpmn:exclusiveGateway id="part" default="f9" /><bpmn:sequenceFlow id="f9" sourceRef="part" targetRef="done" />'
  const holds = condition.replaceAll('"', '&quot;').replaceAll('>', '&gt;')
  xml(
    '<bpmn:sequenceFlow id="f4" sourceRef="issue" targetRef="tell" />',
    `${gate}<bpmn:sequenceFlow id="f3b" sourceRef="issue" targetRef="part" /><bpmn:sequenceFlow id="f4" sourceRef="part" targetRef="tell"><bpmn:conditionExpression>${holds}</bpmn:conditionExpression></bpmn:sequenceFlow>`
  )(files)
}

/** A value that a town fills in, read by nobody yet, with its words. */
const seam =
  (value: object, ...more: object[]) =>
  (files: Files): void => {
    const values = [{ id: 'charged', kind: 'yes_no', default: false, ...value }, ...more]
    files.set('seams.json', JSON.stringify({ $schema: '/schemas/seams.json', values }))
    const words = { charged: { title: 'Charged', options: { one: 'One', two: 'Two' } } }
    inAll('/seams', words)(files)
  }

/** What it costs, by rates that a town may fill in. */
const rates =
  (table: object) =>
  (files: Files): void => {
    const rate = { seam: true, versions: [{ from: '2026-01-01', article: 'art. 5', value: '2' }], ...table }
    const steps = [{ id: 'copies', charge: 'rate' }]
    files.set('fees.json', JSON.stringify({ $schema: '/schemas/fees.json', tables: { rate }, steps }))
    plant(files, SHEET, '/fee', 'fees.json')
  }

const PLANTED: Planted[] = [
  {
    error: 'a value of a town by a name that it has already',
    plant: seam({ id: 'council' }),
    code: 'SEAM_REPEATED',
    file: 'seams.json',
    pointer: '/values/0/id',
  },
  {
    error: 'a value that nobody has to say and that begins as nothing',
    plant: seam({ default: undefined }),
    code: 'SEAM_DEFAULT',
    file: 'seams.json',
    pointer: '/values/0',
  },
  {
    error: 'a value that each town must say and that begins as something',
    plant: seam({ required: true }),
    code: 'SEAM_DEFAULT',
    file: 'seams.json',
    pointer: '/values/0',
  },
  {
    error: 'a text that begins as something',
    plant: seam({ kind: 'text', default: 'Ask us' }),
    code: 'SEAM_TEXT_DEFAULT',
    file: 'seams.json',
    pointer: '/values/0/default',
  },
  {
    error: 'a choice without options',
    plant: seam({ kind: 'choice', default: 'one' }),
    code: 'SEAM_OPTIONS',
    file: 'seams.json',
    pointer: '/values/0',
  },
  {
    error: 'a member that a kind has no use for',
    plant: seam({ longest: 20 }),
    code: 'SEAM_MEMBER',
    file: 'seams.json',
    pointer: '/values/0/longest',
  },
  ...(
    [
      ['an amount that is no decimal', { kind: 'money', default: true }, 'VALUE_NO_DECIMAL'],
      ['an amount of less than a cent', { kind: 'money', default: '0.005' }, 'VALUE_DECIMALS'],
      ['a figure below its least', { kind: 'number', default: '1', minimum: '2' }, 'VALUE_TOO_LOW'],
      ['a figure above its most', { kind: 'percent', default: '101', maximum: '100' }, 'VALUE_TOO_HIGH'],
      ['a yes or no that is neither', { default: 'yes' }, 'VALUE_NO_YES_NO'],
      [
        'an option that is none',
        { kind: 'choice', options: ['one', 'two'], default: 'three' },
        'VALUE_NO_OPTION',
      ],
    ] as const
  ).map(([error, value, code]) => ({
    error: `${error}, to begin with`,
    plant: seam(value),
    code,
    file: 'seams.json',
    pointer: '/values/0/default',
  })),
  {
    error: 'a value of a town that nobody reads',
    plant: seam({}),
    code: 'SEAM_UNUSED',
    file: 'seams.json',
    pointer: '/values/0/id',
  },
  {
    error: 'a field that hides what the town has said',
    plant: (files) => {
      seam({})(files)
      const field = { $anchor: 'town', kind: 'short_text', type: 'string' }
      plant(files, 'forms/submission.schema.json', '/properties/town', field)
      plant(files, 'forms/submission.ui.json', '/pages/0/fields', ['request', 'town'])
    },
    code: 'SEAM_HIDDEN',
    file: 'forms/submission.schema.json',
    pointer: '/properties/town',
  },
  {
    error: 'a condition on what no town is asked',
    plant: at('forms/submission.ui.json', '/fields', { request: { visible: 'town.charged' } }),
    code: 'NAME_UNKNOWN',
    file: 'forms/submission.ui.json',
    pointer: '/fields/request/visible',
  },
  {
    error: 'a condition on a value by another name',
    plant: (files) => {
      seam({})(files)
      plant(files, 'forms/submission.ui.json', '/fields', { request: { visible: 'town.charges' } })
    },
    code: 'ENTRY_UNKNOWN',
    file: 'forms/submission.ui.json',
    pointer: '/fields/request/visible',
  },
  {
    error: 'words filled with what no town is asked',
    plant: inAll('/notices/done/text', 'At {{town.place}}'),
    code: 'HOLE_TOWN',
    file: 'texts/ca.json',
    pointer: '/notices/done/text',
  },
  {
    error: 'a rate above what the law allows',
    plant: rates({ maximum: '1.5' }),
    code: 'RATE_TOO_HIGH',
    file: 'fees.json',
    pointer: '/tables/rate/versions/0/value',
  },
  {
    error: 'a rate below its least',
    plant: rates({ minimum: '3' }),
    code: 'RATE_TOO_LOW',
    file: 'fees.json',
    pointer: '/tables/rate/versions/0/value',
  },
  {
    error: 'a bound that is no figure and no table',
    plant: rates({ maximum: 'most' }),
    code: 'BOUND_UNKNOWN',
    file: 'fees.json',
    pointer: '/tables/rate/maximum',
  },
  {
    error: 'a table without rates that no town has to fill in',
    plant: rates({ versions: [] }),
    code: 'TABLE_EMPTY',
    file: 'fees.json',
    pointer: '/tables/rate/versions',
  },
  {
    error: 'a reminder of what never comes',
    plant: at(SHEET, '/reminders', [{ of: 'payment', before: '3 working days' }]),
    code: 'REMINDER_OF_NOTHING',
    file: SHEET,
    pointer: '/reminders/0/of',
  },
  { error: 'no sheet', plant: (files) => files.delete(SHEET), code: 'FILE_MISSING', file: SHEET },
  {
    error: 'a sheet that is not JSON',
    plant: (files) => files.set(SHEET, '{'),
    code: 'JSON_SYNTAX',
    file: SHEET,
  },
  {
    error: 'no process',
    plant: (files) => files.delete('process.bpmn'),
    code: 'FILE_MISSING',
    file: 'process.bpmn',
  },
  {
    error: 'half a form',
    plant: (files) => files.delete('forms/review.ui.json'),
    code: 'FILE_MISSING',
    file: 'forms/review.ui.json',
  },
  {
    error: 'a file nobody reads',
    plant: (files) => files.set('Notes.txt', ''),
    code: 'FILE_UNEXPECTED',
    file: 'Notes.txt',
  },
  {
    error: 'a missing member',
    plant: at(SHEET, '/term', undefined),
    code: 'PROPERTY_MISSING',
    file: SHEET,
    pointer: '',
  },
  {
    error: 'an unknown member',
    plant: at(SHEET, '/colour', 'red'),
    code: 'PROPERTY_UNKNOWN',
    file: SHEET,
    pointer: '/colour',
  },
  {
    error: 'a value of another type',
    plant: at(SHEET, '/representation', 'yes'),
    code: 'VALUE_TYPE',
    file: SHEET,
    pointer: '/representation',
  },
  {
    error: 'a value outside its list',
    plant: at(SHEET, '/signInLevel', 'some'),
    code: 'VALUE_NOT_ALLOWED',
    file: SHEET,
    pointer: '/signInLevel',
  },
  {
    error: 'a version that is no version',
    plant: at(SHEET, '/version', '1'),
    code: 'VALUE_PATTERN',
    file: SHEET,
    pointer: '/version',
  },
  {
    error: 'a value twice',
    plant: at(SHEET, '/topics', ['a', 'a']),
    code: 'VALUE_REPEATED',
    file: SHEET,
    pointer: '/topics',
  },
  {
    error: 'an empty list',
    plant: at(SHEET, '/topics', []),
    code: 'VALUE_TOO_FEW',
    file: SHEET,
    pointer: '/topics',
  },
  {
    error: 'an empty text',
    plant: at('texts/ca.json', '/sheet/who', ''),
    code: 'VALUE_TOO_SHORT',
    file: 'texts/ca.json',
    pointer: '/sheet/who',
  },
  {
    error: 'a term of nothing',
    plant: at(SHEET, '/term/amount', 0),
    code: 'VALUE_TOO_SMALL',
    file: SHEET,
    pointer: '/term/amount',
  },
  {
    error: 'brackets without end',
    plant: (files) => files.set(SHEET, '['.repeat(100_000)),
    code: 'JSON_TOO_DEEP',
    file: SHEET,
  },
  {
    error: 'a label named like the inside of an object',
    plant: (files) => files.set('texts/ca.json', '{"__proto__":{"title":"x"}}'),
    code: 'VALUE_PATTERN',
    file: 'texts/ca.json',
    pointer: '/__proto__',
  },
  {
    error: 'a term that is no term',
    plant: at(SHEET, '/term', '3 months'),
    code: 'VALUE_TYPE',
    file: SHEET,
    pointer: '/term',
  },
  {
    error: 'a block of no kind',
    plant: at('documents/resolution.json', '/blocks/0', { paragraf: 'x.y' }),
    code: 'PROPERTY_UNKNOWN',
    file: 'documents/resolution.json',
    pointer: '/blocks/0/paragraf',
  },
  {
    error: 'a language without texts',
    plant: (files) => files.delete('texts/ca.json'),
    code: 'LANGUAGE_MISSING',
    file: 'texts/ca.json',
  },
  {
    error: 'a language that the sheet does not announce',
    plant: at(SHEET, '/languages', ['es', 'ca']),
    code: 'LANGUAGE_UNDECLARED',
    file: SHEET,
    pointer: '/languages',
  },
  {
    error: 'a label that one language lacks',
    plant: at('texts/ca.json', '/forms/review/fields/decision/options/no', undefined),
    code: 'TEXT_MISSING',
    file: 'texts/ca.json',
    pointer: '/forms/review/fields/decision/options/no',
  },
  {
    error: 'a phase without a name',
    plant: inAll('/phases', { other: 'Other' }),
    code: 'TEXT_MISSING',
    file: 'texts/es.json',
    pointer: '/phases/review',
  },
  {
    error: 'one text where a list belongs',
    plant: inAll('/sheet/steps', 'Go'),
    code: 'TEXT_NOT_A_LIST',
    file: 'texts/en.json',
    pointer: '/sheet/steps',
  },
  {
    error: 'a list where one text belongs',
    plant: inAll('/sheet/who', ['A', 'B']),
    code: 'TEXT_A_LIST',
    file: 'texts/en.json',
    pointer: '/sheet/who',
  },
  {
    error: 'a longer list in one language',
    plant: at('texts/en.json', '/sheet/steps', ['One', 'Two']),
    code: 'TEXT_LISTS_DIFFER',
    file: 'texts/en.json',
    pointer: '/sheet/steps',
  },
  {
    error: 'words to be found by in one language only',
    plant: at('texts/en.json', '/sheet/words', ['owl', 'hoot']),
    code: 'TEXT_MISSING',
    file: 'texts/es.json',
    pointer: '/sheet/words',
  },
  {
    error: 'a text that nobody uses',
    plant: inAll('/tasks/dance', 'Dance'),
    code: 'TEXT_UNUSED',
    file: 'texts/es.json',
    pointer: '/tasks/dance',
  },
  {
    error: 'a price that the sheet does not tell',
    plant: (files) => {
      files.set(
        'fees.json',
        JSON.stringify({
          $schema: '/schemas/fees.json',
          tables: {},
          steps: [{ id: 'copies', charge: '2' }],
        })
      )
      plant(files, SHEET, '/fee', 'fees.json')
    },
    code: 'TEXT_MISSING',
    file: 'texts/es.json',
    pointer: '/sheet/cost',
  },
  {
    error: 'a law without words',
    plant: at(SHEET, '/legalBase/1', { id: 'BOE-A-1985-5392' }),
    code: 'LEGAL_BASE_COUNT',
    file: 'texts/es.json',
    pointer: '/sheet/legalBase',
  },
  {
    error: 'other data in one language',
    plant: at('texts/en.json', '/notices/done/text', 'Hello'),
    code: 'HOLES_DIFFER',
    file: 'texts/en.json',
    pointer: '/notices/done/text',
  },
  {
    error: 'a hole that is no path',
    plant: inAll('/notices/done/text', '{{1+1}}'),
    code: 'HOLE_SYNTAX',
    file: 'texts/es.json',
    pointer: '/notices/done/text',
  },
  {
    error: 'a hole of nothing we know',
    plant: inAll('/notices/done/text', '{{weather.today}}'),
    code: 'HOLE_UNKNOWN',
    file: 'texts/es.json',
    pointer: '/notices/done/text',
  },
  {
    error: 'a variable that nobody writes',
    plant: inAll('/notices/done/text', '{{variables.mood}}'),
    code: 'HOLE_VARIABLE',
    file: 'texts/es.json',
    pointer: '/notices/done/text',
  },
  {
    error: 'an answer that nobody is asked for',
    plant: inAll('/notices/done/text', '{{answers.age}}'),
    code: 'HOLE_ANSWER',
    file: 'texts/es.json',
    pointer: '/notices/done/text',
  },
  {
    error: 'a hole in a label',
    plant: inAll('/sheet/title', '{{town.name}}'),
    code: 'HOLE_NOT_FILLED',
    file: 'texts/es.json',
    pointer: '/sheet/title',
  },
  {
    error: 'no submission form',
    plant: at(SHEET, '/submissionForm', 'request'),
    code: 'SUBMISSION_FORM_MISSING',
    file: SHEET,
    pointer: '/submissionForm',
  },
  {
    error: 'the answers of a form that is not there',
    plant: at('documents/resolution.json', '/blocks/1/answers', 'other'),
    code: 'TEMPLATE_FORM',
    file: 'documents/resolution.json',
    pointer: '/blocks/1/answers',
  },
  {
    error: 'a fact that is read as a question nobody asks',
    plant: at('documents/resolution.json', '/blocks/0', {
      facts: [{ label: 'documents.resolution.title', value: 'answers.name', as: 'review.colour' }],
    }),
    code: 'TEMPLATE_QUESTION',
    file: 'documents/resolution.json',
    pointer: '/blocks/0/facts/0/as',
  },
  {
    error: 'a condition on what nobody writes',
    plant: at('documents/resolution.json', '/blocks/0/when', 'variables.mood = "good"'),
    code: 'ENTRY_UNKNOWN',
    file: 'documents/resolution.json',
    pointer: '/blocks/0/when',
  },
  {
    error: 'a rule of a task on what nobody writes',
    plant: at('forms/review.ui.json', '/rules', [
      { id: 'mood', field: 'decision', holds: 'variables.mood = "good" or decision = "no"' },
    ]),
    code: 'ENTRY_UNKNOWN',
    file: 'forms/review.ui.json',
    pointer: '/rules/0/holds',
  },
  {
    error: 'a submission that asks what the process knows before there is one',
    plant: at('forms/submission.ui.json', '/pages/0/visible', 'variables.decision = "yes"'),
    code: 'NAME_UNKNOWN',
    file: 'forms/submission.ui.json',
    pointer: '/pages/0/visible',
  },
  {
    error: 'a task that begins with what its form does not ask',
    plant: xml(
      '<fin:output name="decision" value="result.decision" />',
      '<fin:input name="mood" value="&quot;good&quot;" /><fin:output name="decision" value="result.decision" />'
    ),
    code: 'TASK_INPUT_UNKNOWN',
    file: 'process.bpmn',
    element: 'review',
  },
  {
    error: 'a result that the activity does not give',
    plant: xml(
      '<fin:input name="notice" value="&quot;done&quot;" />',
      '<fin:input name="notice" value="&quot;done&quot;" /><fin:output name="answer" value="result.answer" />'
    ),
    code: 'RESULT_UNKNOWN',
    file: 'process.bpmn',
    element: 'tell',
  },
  {
    error: 'a document that nothing issues',
    plant: (files) => files.set('documents/other.json', files.get('documents/resolution.json') as string),
    code: 'FILE_UNUSED',
    file: 'documents/other.json',
  },
  {
    error: 'a field of no kind',
    plant: at('forms/review.schema.json', '/properties/decision/kind', 'choise'),
    code: 'KIND_UNKNOWN',
    file: 'forms/review.schema.json',
    pointer: '/properties/decision/kind',
  },
  {
    error: 'a field on no page',
    plant: at('forms/review.schema.json', '/properties/more', {
      $anchor: 'more',
      kind: 'yes_no',
      type: 'boolean',
    }),
    code: 'FIELD_ON_NO_PAGE',
    file: 'forms/review.ui.json',
    pointer: '/pages',
  },
  {
    error: 'a condition that names nothing',
    plant: at('forms/review.ui.json', '/fields/decision', { visible: 'mood = "good"' }),
    code: 'NAME_UNKNOWN',
    file: 'forms/review.ui.json',
    pointer: '/fields/decision/visible',
  },
  {
    error: 'a task with an unknown form',
    plant: xml('fin:form="review"', 'fin:form="rewiev"'),
    code: 'FORM_UNKNOWN',
    file: 'process.bpmn',
    element: 'review',
  },
  {
    error: 'an unknown activity',
    plant: xml('"notices.send"', '"notices.sing"'),
    code: 'ACTIVITY_UNKNOWN',
    file: 'process.bpmn',
    element: 'tell',
  },
  {
    error: 'a way out by what nobody can choose in a task',
    plant: parted('decision = "perhaps"'),
    code: 'OPTION_UNKNOWN',
    file: 'process.bpmn',
    element: 'f4',
  },
  {
    error: 'the same among others',
    plant: parted('decision in ("yes", "perhaps")'),
    code: 'OPTION_UNKNOWN',
    file: 'process.bpmn',
    element: 'f4',
  },
  {
    error: 'a way out by what nobody can choose in the form that is filed',
    plant: (files) => {
      asking({ kind: 'choices', type: 'array', items: { type: 'string', enum: ['north', 'south'] } })(files)
      parted('list contains(answers.more, "west")')(files)
    },
    code: 'OPTION_UNKNOWN',
    file: 'process.bpmn',
    element: 'f4',
  },
  {
    error: 'a question for what nobody can choose',
    plant: at('forms/review.ui.json', '/fields', {
      decision: { visible: 'variables.decision != "perhaps"' },
    }),
    code: 'OPTION_UNKNOWN',
    file: 'forms/review.ui.json',
  },
  {
    error: 'an answer that may be left empty, put in order',
    plant: (files) => {
      asking({ kind: 'integer', type: 'integer' })(files)
      parted('answers.more > 3')(files)
    },
    code: 'ANSWER_MAY_BE_EMPTY',
    file: 'process.bpmn',
    element: 'f4',
  },
  {
    error: 'an answer that may be left empty, reckoned with',
    plant: (files) => {
      asking({ kind: 'integer', type: 'integer' })(files)
      parted('string(answers.more + 1) = "4"')(files)
    },
    code: 'ANSWER_MAY_BE_EMPTY',
    file: 'process.bpmn',
    element: 'f4',
  },
  {
    error: 'an unknown template',
    plant: xml('&quot;resolution&quot;', '&quot;revolution&quot;'),
    code: 'TEMPLATE_UNKNOWN',
    file: 'process.bpmn',
    element: 'issue',
  },
  {
    error: 'an unknown notice',
    plant: xml('&quot;done&quot;', '&quot;dona&quot;'),
    code: 'NOTICE_UNKNOWN',
    file: 'process.bpmn',
    element: 'tell',
  },
  {
    error: 'an activity without what it needs',
    plant: xml('name="notice"', 'name="note"'),
    code: 'ACTIVITY_INPUT_MISSING',
    file: 'process.bpmn',
    element: 'tell',
  },
  {
    error: 'a message that nobody sends',
    plant: xml(
      '<bpmn:timerEventDefinition id="late_timer"><bpmn:timeDuration>3 months</bpmn:timeDuration></bpmn:timerEventDefinition>\n    </bpmn:intermediateCatchEvent>',
      '<bpmn:messageEventDefinition id="rain" messageRef="message_rain" />\n    </bpmn:intermediateCatchEvent>'
    ),
    code: 'MESSAGE_UNKNOWN',
    file: 'process.bpmn',
    element: 'late',
  },
  {
    error: 'an office’s message that a procedure sends by itself',
    plant: (files) => {
      xml('<bpmn:process', '<bpmn:message id="message_paid" name="payment_ended" /><bpmn:process')(files)
      xml(
        '<bpmn:endEvent id="still" />',
        '<bpmn:endEvent id="still"><bpmn:messageEventDefinition id="paid" messageRef="message_paid" /></bpmn:endEvent>'
      )(files)
    },
    code: 'MESSAGE_NOT_OWN',
    file: 'process.bpmn',
    element: 'still',
  },
  {
    error: 'an unknown role',
    plant: xml('fin:role="case_handler"', 'fin:role="king"'),
    code: 'ROLE_UNKNOWN',
    file: 'process.bpmn',
    element: 'handler',
  },
  {
    error: 'a filing without signing in that no town was asked about',
    plant: at(SHEET, '/signInLevel', 'none'),
    code: 'ANONYMOUS_NOT_LEFT',
    file: SHEET,
    pointer: '/signInLevel',
  },
  {
    error: 'nobody to be notified: it can be filed anonymously, and nothing asks whether it was',
    plant: (files) => {
      plant(files, SHEET, '/signInLevel', 'none')
      xml(
        'fin:activity="notices.send">\n      <bpmn:extensionElements><fin:input name="notice" value="&quot;done&quot;" />',
        'fin:activity="notifications.notify">\n      <bpmn:extensionElements><fin:input name="document" value="decision" />'
      )(files)
      files.delete('notices/done.json')
    },
    code: 'ANONYMOUS_NOBODY',
    file: 'process.bpmn',
    element: 'tell',
  },
  {
    error: 'a need that the sheet hides',
    plant: at(SHEET, '/needs', []),
    code: 'NEED_UNDECLARED',
    file: SHEET,
    pointer: '/needs',
  },
  {
    error: 'a unit that the pack does not know',
    plant: at(SHEET, '/unit', 'kitchen'),
    code: 'SEAM_UNKNOWN',
    file: SHEET,
    pointer: '/unit',
  },
  {
    error: 'silence before the term is over',
    plant: xml('3 months', '2 months'),
    code: 'SILENCE_TERM',
    file: 'process.bpmn',
    element: 'late',
  },
  {
    error: 'silence without a law',
    plant: at(SHEET, '/silence', { effect: 'dismisses' }),
    code: 'SILENCE_ARTICLE',
    file: SHEET,
    pointer: '/silence',
  },
  {
    error: 'a window that closes before it opens',
    plant: at(SHEET, '/window', { from: '2026-06-30', to: '2026-06-01' }),
    code: 'WINDOW_DATES',
    file: SHEET,
    pointer: '/window',
  },
  {
    error: 'a window that closes on no day of the calendar',
    plant: at(SHEET, '/window', { from: '2026-02-01', to: '2026-02-30' }),
    code: 'WINDOW_DATES',
    file: SHEET,
    pointer: '/window',
  },
]

async function diagnose(files: Files): Promise<Diagnostic[]> {
  const compiled = await compile(files, { pack })
  return compiled.ok ? compiled.value.warnings : compiled.error
}

/** The texts of the rooms that can find something in a procedure. */
function words(language: string, code: string): { problem?: string; remedy?: string } {
  for (const room of [
    'catalogue',
    'engine',
    'decisions',
    'forms',
    'expressions',
    'deadlines',
    'documents',
    'fees',
  ]) {
    const url = new URL(`../../resources/lang/${language}/${room}.json`, import.meta.url)
    const found = JSON.parse(readFileSync(url, 'utf8')).diagnostics?.[code]
    if (found) return found
  }
  return {}
}

test.group('A document with a planted error', () => {
  test('the procedure they are planted in is sound', async ({ assert }) => {
    assert.deepEqual(await diagnose(smallProcedure()), [])
  })

  test('what is chosen, and what is asked about before it is reckoned with, is in order', async ({
    assert,
  }) => {
    for (const condition of [
      'decision = "yes" or decision != "no"',
      'answers.more != null and answers.more > 3',
      'if answers.more = null then false else answers.more + 1 > 3',
      '[1, 2][item > answers.more] = []',
    ]) {
      const files = smallProcedure()
      asking({ kind: 'integer', type: 'integer' })(files)
      parted(condition)(files)
      assert.deepEqual(await diagnose(files), [], condition)
    }
  })

  test('each language has as many words to be found by as it likes', async ({ assert }) => {
    const files = smallProcedure()
    inAll('/sheet/words', ['uno', 'dos'])(files)
    at('texts/en.json', '/sheet/words', ['one'])(files)
    assert.deepEqual(await diagnose(files), [])
  })

  for (const { error, plant: spoil, code, file, pointer, element } of PLANTED) {
    test(`${error}: ${code} at ${file} ${pointer ?? element ?? ''}`, async ({ assert }) => {
      const files = smallProcedure()
      if (code === 'MESSAGE_UNKNOWN')
        xml('<bpmn:process', '<bpmn:message id="message_rain" name="rain" /><bpmn:process')(files)
      spoil(files)
      const found = (await diagnose(files)).filter((one) => one.code === code && one.file === file)
      assert.isNotEmpty(found, JSON.stringify(await diagnose(files)))
      if (pointer !== undefined)
        assert.include(
          found.map((one) => one.pointer),
          pointer
        )
      for (const { line, column } of element === undefined ? [] : found)
        assert.isTrue((line ?? 0) > 0 && (column ?? 0) > 0, 'it says the line and the column')
      if (element !== undefined)
        assert.include(
          found.map((one) => one.element),
          element
        )
      for (const language of ['es', 'ca', 'en']) {
        const { problem, remedy } = words(language, code)
        assert.isString(problem, `${language} says what ${code} is`)
        assert.isString(remedy, `${language} says how to mend ${code}`)
      }
    })
  }
})
