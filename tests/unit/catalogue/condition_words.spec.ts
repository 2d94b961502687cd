import { test } from '@japa/runner'
import { type CompiledProcedure, lint } from '#catalogue/index'
import { conditionWords } from '#catalogue/domain/words/condition'
import { compileExpression } from '#expressions/index'
import { unwrap } from '#core/result'
import { CATALOGUE } from '../../catalogue/root.js'
import { taleOf } from '#tests/support/tale'

const procedures = (await lint(CATALOGUE)).flatMap(({ procedure }) => procedure ?? [])
const terrace = procedures.find(({ slug }) => slug === 'terrace-licence') as CompiledProcedure
const words = (source: string, lang = 'en', form?: string) =>
  conditionWords(taleOf(terrace, lang), unwrap(compileExpression(source)), form)

test.group('A condition in words', () => {
  for (const [source, lang, told] of [
    ['decision = "grant"', 'es', '«Propuesta» es «Conceder la licencia»'],
    ['resolutionSignatureState = "signed"', 'en', '“Signature of the decision” is “signed”'],
    ['resolutionSignatureState = "signed"', 'ca', '«Firma de la resolució» és «firmat»'],
    ['resolutionOnPaper = true', 'en', '“Notify the decision (on paper)” is “yes”'],
    ['asked', 'es', '«Pedir el pago de la tasa (hay algo que pagar)» es «sí»'],
    ['not(asked)', 'en', 'it does not hold that “Ask for the fee (something to pay)” is “yes”'],
    ['resolutionDelivery != "returned"', 'en', '“Delivery on paper of the decision” is not “came back”'],
    ['fee.total > 1250.5', 'es', '«Tasa (total)» es mayor que «1.250,5»'],
    ['count(fee.lines) = 0', 'en', '“number of Fee (lines)” is “0”'],
    ['paymentState = null', 'en', '“Paid, or the term to pay is over” is not known'],
    ['paymentState != null', 'ca', 'consta «Pagada, o termini de pagament vençut»'],
  ] as const)
    test(`${source} (${lang})`, ({ assert }) => {
      assert.equal(words(source, lang), told)
    })

  test('answers are told by their questions, as these read them', ({ assert }) => {
    assert.match(words('answers.squareMetres >= 12'), /^“.*” is “12.*” at least$/)
    assert.notInclude(words('answers.squareMetres >= 12'), 'squareMetres')
    assert.equal(words('kind = "renewal"', 'en', 'submission'), words('answers.kind = "renewal"'))
  })

  test('more than one is one sentence, with what belongs together in brackets', ({ assert }) => {
    assert.match(
      words('asked and (decision = "grant" or decision = "refuse")'),
      /^“.*” is “yes” and \(“.*” or “.*”\)$/
    )
  })

  test('one that is more than comparisons is quoted as its author wrote it', ({ assert }) => {
    const source = 'proposedMetres < (if toldMetres = null then 1 else 2)'
    assert.equal(words(source), `this holds: ${source}`)
  })

  test('every condition of the catalogue is told in each language, few of them as they are written', ({
    assert,
  }) => {
    const told = procedures.flatMap((procedure) =>
      ['es', 'ca', 'en'].flatMap((lang) =>
        Object.values(procedure.graph.flows).flatMap(({ condition }) =>
          condition ? [conditionWords(taleOf(procedure, lang), condition)] : []
        )
      )
    )
    assert.isAbove(told.length, 150)
    assert.isEmpty(told.filter((text) => text.includes('catalogue.')))
    assert.isBelow(told.filter((text) => / = /.test(text)).length, told.length / 15)
  })
})
