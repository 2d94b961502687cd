import { test } from '@japa/runner'
import fc from 'fast-check'
import {
  type Answers,
  cleanAnswers,
  compileForm,
  decodePage,
  formValidator,
  kinds,
  issueText,
  summary,
  visiblePages,
} from '#forms/index'
import { renderFormPage } from '#forms/render'
import { compiled, posted, schema, ui, voice } from '#tests/unit/forms/every_kind'

const form = compiled()
const names = fc.constantFrom(...Object.keys(form.fields), 'other', 'toString', '__proto__')
const posts = fc.anything({
  key: fc.constantFrom('day', 'month', 'year', 'street', 'postcode', '0'),
  maxDepth: 3,
})
const strings = fc.oneof(
  fc.string(),
  fc.constantFrom(...Object.values(posted).filter((value) => typeof value === 'string'))
)
const bodies = fc.dictionary(names, fc.oneof(strings, posts))
const answers = fc.dictionary(
  names,
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<never>
) as fc.Arbitrary<Answers>

const runs = { numRuns: 300 }

test.group('Whatever strangers send', () => {
  test('any post is read as plain data, without a fault of ours', ({ assert }) => {
    fc.assert(
      fc.property(bodies, (body) => {
        const read = decodePage(form, null, { answers: body })
        assert.deepEqual(JSON.parse(JSON.stringify(read)), read)
        assert.includeMembers(Object.keys(form.fields), Object.keys(read))
        formValidator(form)(read)
      }),
      runs
    )
  })

  test('any answers are judged, told, and shown again', ({ assert }) => {
    fc.assert(
      fc.property(answers, (given) => {
        const issues = formValidator(form)(given)
        for (const issue of issues) assert.isNotEmpty(issueText(form, issue, voice()))
        summary(form, given, voice())
        const page = visiblePages(form, given)[0]?.id ?? ''
        renderFormPage({ form, pageId: page, answers: given, issues, ...voice() })
        assert.isEmpty(Object.keys(Object.prototype), 'nothing leaks into every object')
      }),
      { numRuns: 60 }
    )
  })

  test('what can’t be made into a text is judged, told, and shown again too', ({ assert }) => {
    const hollow = { toString: null }
    for (const value of [hollow, [hollow], { street: hollow }, { day: hollow }])
      for (const name of Object.keys(form.fields)) {
        const given = { [name]: value } as Answers
        const issues = formValidator(form)(given)
        for (const issue of issues) assert.isNotEmpty(issueText(form, issue, voice()))
        assert.isNotEmpty(summary(form, given, voice()))
        renderFormPage({ form, pageId: form.fields[name]!.page, answers: given, issues, ...voice() })
      }
  })

  test('what is clean stays clean, and is judged the same', ({ assert }) => {
    fc.assert(
      fc.property(answers, (given) => {
        const clean = cleanAnswers(form, given)
        assert.deepEqual(cleanAnswers(form, clean), clean)
        const known = formValidator(form)(given).filter(({ name }) => Object.hasOwn(form.fields, name))
        assert.deepEqual(formValidator(form)(clean), known)
      }),
      runs
    )
  })

  test('what a page shows again is read back as the same answer', ({ assert }) => {
    for (const kind of kinds.values()) {
      if (kind.posted === false || ['postal_address', 'date', 'declaration', 'yes_no'].includes(kind.name))
        continue
      const field = { kind: kind.name, schema: {}, options: {} }
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme' }), (text) => {
          const value = kind.decode(text, field)
          if (typeof value === 'string') assert.deepEqual(kind.decode(value, field), value)
        }),
        runs
      )
    }
  })

  test('any change to a form’s documents is compiled or told, never thrown', ({ assert }) => {
    const paths = pathsOf({ schema, ui })
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 }), (path, value) => {
        const changed = replaced({ schema, ui }, path, value) as { schema: unknown; ui: unknown }
        const result = compileForm({ id: 'terrace', ...changed, file: 'forms/terrace' })
        if (!result.ok) assert.isNotEmpty(result.error)
        else formValidator(result.value)({})
      }),
      { numRuns: 200 }
    )
  })
})

function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  const below = Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))
  return path.length === 0 ? below : [path, ...below]
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  return Object.assign(copy, { [key]: replaced((value as Record<string, unknown>)[key], rest, by) })
}
