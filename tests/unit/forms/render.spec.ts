import { test } from '@japa/runner'
import { type ConfigData, HtmlValidate } from 'html-validate'
import { type Answers, exampleAnswers, formValidator, kinds } from '#forms/index'
import { type RenderedPage, renderFormPage } from '#forms/render'
import { compiled, decodedPost, voice } from '#tests/unit/forms/every_kind'

const form = compiled()
const plan = ['019b0000-0000-7000-8000-000000000001']
const good: Answers = { ...decodedPost(), plan }

/** A page of the sample form, judged first when `judged`. */
function page(pageId: string, answers: Answers = {}, judged = false, lang = 'es'): RenderedPage {
  const issues = judged ? formValidator(form)(answers, { page: pageId }) : []
  return renderFormPage({ form, pageId, answers, issues, ...voice(lang) })
}

const whole = ({ errorSummary, fields }: RenderedPage) =>
  `<!DOCTYPE html><html lang="es"><head><title>Page</title></head><body><main>${errorSummary}<h1>Page</h1>` +
  `<form method="post" action="/x">${fields}<button type="submit">Continuar</button></form></main></body></html>`

const config: ConfigData = {
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  // React's way of writing, which means the same to every browser.
  rules: { 'void-style': 'off', 'attr-case': 'off', 'attribute-boolean-style': 'off' },
}

async function complaints(html: string): Promise<string[]> {
  const { results } = await new HtmlValidate(config).validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId} ${message} ${selector}`)
  )
}

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => match[1] as string)
const control = (html: string, id: string) =>
  new RegExp(`<(?:input|select|textarea)[^>]* id="${id}"[^>]*>`).exec(html)?.[0] ?? ''

const states: [string, string, Answers, boolean][] = form.pages.flatMap(({ id }) => [
  [`${id}, not yet answered`, id, {}, false],
  [`${id}, answered`, id, good, false],
  [`${id}, left empty`, id, { planned: true }, true],
  [`${id}, answered wrongly`, id, { ...wrong(), planned: true }, true],
])

function wrong(): Answers {
  return {
    email: 'x',
    phone: '1',
    idNumber: '1',
    address: { postcode: '1' },
    season: 'winter',
    elements: ['a'],
    start: '2026-02-31',
    end: '2026-1',
    tables: 'x',
    surface: 'x',
    cost: 'x',
    account: 'x',
    remarks: 'x'.repeat(501),
    plan: [...plan, ...plan],
  }
}

test.group('A page of a form', () => {
  test('is valid HTML: {0}')
    .with(states)
    .run(async ({ assert }, [, pageId, answers, judged]) => {
      assert.deepEqual(await complaints(whole(page(pageId, answers, judged))), [])
    })

  test('has no id twice and no reference to an id that isn’t there: {0}')
    .with(states)
    .run(({ assert }, [, pageId, answers, judged]) => {
      const html = whole(page(pageId, answers, judged))
      const ids = all(html, / id="([^"]*)"/g)
      assert.deepEqual(ids, [...new Set(ids)])
      const told = all(html, / aria-(?:describedby|labelledby)="([^"]*)"/g).flatMap((list) => list.split(' '))
      const referred = [...told, ...all(html, / for="([^"]*)"/g), ...all(html, / href="#([^"]*)"/g)]
      assert.includeMembers(ids, referred)
      for (const id of all(html, /<(?:input|select|textarea)[^>]* id="([^"]*)"/g))
        assert.include(html, ` for="${id}"`, 'every control has its label')
    })

  test('draws every kind there is', ({ assert }) => {
    const html = form.pages.map(({ id }) => page(id, { planned: true }).fields).join('')
    for (const name of Object.keys(form.fields))
      assert.match(html, new RegExp(`name="(answers|files)\\[${name}\\]`), name)
    assert.sameMembers([...new Set(Object.values(form.fields).map(({ kind }) => kind))], [...kinds.keys()])
  })

  test('posts names with brackets', ({ assert }) => {
    const html = page('what').fields + page('who').fields
    for (const name of [
      'answers[season]',
      'answers[elements][]',
      'answers[start][day]',
      'answers[address][postcode]',
    ])
      assert.include(html, `name="${name}"`)
  })

  test('helps the browser and the keyboard of a telephone', ({ assert }) => {
    const who = page('who').fields
    assert.match(control(who, 'answers_email'), /type="email".*autoComplete="email"|autocomplete="email"/i)
    assert.match(control(who, 'answers_phone'), /type="tel"/)
    assert.match(control(who, 'answers_name'), /autocomplete="name"/i)
    assert.match(control(who, 'answers_address-postcode'), /inputmode="numeric"/i)
    const what = page('what').fields
    assert.match(control(what, 'answers_tables'), /inputmode="numeric"/i)
    assert.match(control(what, 'answers_surface'), /inputmode="decimal"/i)
  })

  test('groups what has several controls under a legend', ({ assert }) => {
    assert.lengthOf(all(page('who').fields, /<(fieldset)/g), 1)
    assert.lengthOf(all(page('what').fields, /<(fieldset)/g), 6)
    assert.deepEqual(all(page('works').fields, /<legend[^>]*>([^<]*)/g), ['¿Va a hacer obras?'])
  })

  test('shows again what was answered, as people write it', ({ assert }) => {
    assert.match(control(page('what', good).fields, 'answers_surface'), /value="24,5"/)
    assert.match(control(page('what', good).fields, 'answers_start-month'), /value="6"/)
    assert.match(control(page('works', good).fields, 'answers_cost'), /value="1234,50"/)
    assert.match(control(page('who', good).fields, 'answers_phone'), /value="\+34 600 111 222"/)
    assert.include(page('permit', good).fields, '>Junto a la pared.\nSin invadir el paso.</textarea>')
    assert.match(control(page('what', { tables: 'muchas' }).fields, 'answers_tables'), /value="muchas"/)
  })

  test('never ticks a declaration for anybody', ({ assert }) => {
    for (const answers of [{}, { declared: false }, { declared: 'yes' }, exampleAnswersWithoutDeclaration()])
      assert.notInclude(page('declaration', answers as Answers).fields, 'checked')
    assert.include(page('declaration', { declared: true }).fields, 'checked')
    assert.notInclude(page('works').fields, 'checked', 'nor answers yes or no for them')
  })

  test('leads from each error to where it is mended, and says it there too', ({ assert }) => {
    const { errorSummary, fields } = page(
      'what',
      { ...good, start: '2026--03', tables: 99, season: 'x' },
      true
    )
    assert.deepEqual(all(errorSummary, /href="#([^"]*)"/g), [
      'answers_season',
      'answers_start-month',
      'answers_tables',
    ])
    assert.match(control(fields, 'answers_tables'), /aria-describedby="answers_tables-error"/)
    assert.match(control(fields, 'answers_tables'), /aria-invalid="true"/)
    assert.match(fields, /<fieldset[^>]*aria-describedby="answers_start-hint answers_start-error"/)
    const text = 'A la fecha de «Primer día» le falta el mes.'
    assert.include(errorSummary, text)
    assert.include(fields, `<span class="govuk-visually-hidden">Error:</span> ${text}`)
  })

  test('says at each part of an address what is wrong with it', ({ assert }) => {
    const { errorSummary, fields } = page(
      'who',
      { ...good, address: { street: 'Calle Mayor', postcode: '1' } },
      true
    )
    assert.deepEqual(all(errorSummary, /href="#answers_address-([^"]*)"/g), ['number', 'postcode', 'town'])
    assert.match(
      control(fields, 'answers_address-postcode'),
      /aria-describedby="answers_address-postcode-error"/
    )
    assert.notMatch(control(fields, 'answers_address-street'), /aria-describedby/)
  })

  test('is silent when nothing is wrong', ({ assert }) => {
    assert.equal(page('who', good, true).errorSummary, '')
    assert.notInclude(page('who', good, true).fields, 'error')
  })

  test('lists the files with a button to take each away, and posts as multipart', ({ assert }) => {
    const { fields, multipart } = page('permit', good)
    assert.isTrue(multipart)
    assert.isFalse(page('who').multipart)
    assert.include(fields, 'plano acotado.pdf')
    assert.include(fields, '1,2')
    assert.match(fields, new RegExp(`<button[^>]*value="remove:plan:${plan[0]}"[^>]*name="_action"`))
    assert.match(fields, /<input[^>]*type="file"[^>]*accept=".pdf,.jpg"[^>]*name="files\[plan\]\[\]"/)
    assert.isBelow(
      fields.indexOf('<button'),
      fields.indexOf('name="_action"'),
      'Enter goes on, and takes nothing away'
    )
  })

  test('offers no further file when no more fit, and still has a place for the error', ({ assert }) => {
    const three = { ...good, plan: [1, 2, 3].map((n) => `019b0000-0000-7000-8000-00000000000${n}`) }
    const { fields } = page('permit', three)
    assert.notInclude(fields, 'type="file"')
    assert.include(fields, 'id="answers_plan"')
  })

  test('shows what hangs on an answer of the same page, and says on what', ({ assert }) => {
    const { fields } = page('works', { planned: false })
    assert.match(fields, /data-visible-when="[^"]*planned/)
    assert.include(fields, 'name="answers[cost]"')
    assert.notMatch(page('permit', good).fields, /data-visible-when/)
  })

  test('escapes whatever was written', ({ assert }) => {
    const { fields } = page('who', { ...good, name: '"><script>alert(1)</script>' })
    assert.notInclude(fields, '<script')
  })

  test('speaks Valencian and English', async ({ assert }) => {
    assert.include(page('who', {}, true, 'ca').errorSummary, 'Escriga el seu correu electrònic')
    assert.include(page('who', {}, true, 'en').errorSummary, 'Enter your email address')
    for (const { id } of form.pages) page(id, good, false, 'ca')
  })
})

function exampleAnswersWithoutDeclaration(): Answers {
  const { declared: _, ...answers } = exampleAnswers(form)
  return answers
}
