import { test } from '@japa/runner'
import { lint } from '#catalogue/index'
import { ownText } from '#catalogue/queries/texts'
import { formValidator, issueText } from '#forms/index'
import { CATALOGUE } from './root.js'

const procedures = (await lint(CATALOGUE)).map(({ procedure }) => procedure!)

/** One alone can't be taken for another. */
const several = procedures.filter(({ forms, sheet }) => {
  const fields = Object.values(forms[sheet.submissionForm]!.fields)
  return fields.filter(({ kind }) => kind === 'declaration').length > 1
})

test.group('Whoever leaves declarations unticked', () => {
  for (const { slug, forms, sheet, texts } of several)
    test(`is told which of a page is missing, each in words of its own: ${slug}`, ({ assert }) => {
      const form = forms[sheet.submissionForm]!
      const unticked = formValidator(form)({}).filter(({ name }) => form.fields[name]!.kind === 'declaration')
      assert.isAbove(unticked.length, 1)
      for (const lang of sheet.languages) {
        const voice = {
          lang,
          t: (key: string) => key,
          texts: (id: string) => ownText(texts, lang, id) ?? undefined,
        }
        const told = unticked.map((issue) => issueText(form, issue, voice))
        assert.lengthOf(new Set(told), unticked.length, `${lang}: ${told.join(' ')}`)
      }
    })
})
