import { test } from '@japa/runner'
import { casePage } from '#cases/queries/case_page'
import { carried } from '#tests/support/carried'
import { openOffice, publishedProcedures } from '#tests/support/filing'
import { Stage } from '#tests/support/scenario'

/** What the open task begins with in a golden case of the terrace, played until the first signature was refused. */
async function begunAgain(scenario: string) {
  const office = await openOffice()
  const terrace = (await publishedProcedures()).find(({ slug }) => slug === 'terrace-licence')!
  const whole = terrace.scenarios[scenario]!
  const refused = whole.steps.findIndex((step) => 'message' in step && step.payload?.['state'] === 'refused')
  const golden = { ...whole, steps: whole.steps.slice(0, refused + 1) }
  const procedure = await carried({ ...office, procedure: terrace }, golden)
  const { caseId } = await new Stage(office, procedure, golden).play()
  const { tasks } = (await casePage(office.test.id, caseId, new Date(whole.at)))!
  const before = whole.steps[refused - 1]
  return {
    input: tasks.find(({ state }) => state === 'open')!.initialAnswers,
    written: before && 'with' in before ? before.with : {},
  }
}

test.group('What a signature was refused to', () => {
  for (const [what, scenario] of [
    ['A report', 'report_signature_refused'],
    ['A proposal', 'signature_refused'],
  ] as const)
    test(`${what} begins with what was written (${scenario})`, async ({ assert }) => {
      const { input, written } = await begunAgain(scenario)
      assert.isNotEmpty(written)
      for (const [field, value] of Object.entries(written))
        assert.equal(String(input?.[field]), String(value), field)
    })
})
