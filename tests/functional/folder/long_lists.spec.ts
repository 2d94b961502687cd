import { test } from '@japa/runner'
import { AcceptNotification } from '#notifications/actions/accept_notification'
import { endOrder } from '#payments/actions/end_order'
import { lockedOrder } from '#payments/queries/orders'
import { inTown } from '#tenancy/town_transaction'
import { signedIn, type CitizenVisitor } from '#tests/support/citizen_visitor'
import { goodAnswers, openOffice } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { OPENED, answerOf, notified } from '#tests/support/notified'
import { wordsIn } from '#tests/support/page_forms'
import { ORDERED, orderFor } from '#tests/support/payments'
import { testTown } from '#tests/support/town'

const PAGE = 20
const MORE = 2

/** The pages of a list, as its links lead from one to the next: the links to its things on each, and what each says. */
async function pagesOf(citizen: CitizenVisitor, path: string, things: RegExp) {
  const pages: { found: string[]; words: string; back: boolean }[] = []
  for (let next: string | undefined = path; next;) {
    const { status, body } = await citizen.get(next)
    if (status !== 200) throw new Error(`${next}: ${status}`)
    const back = body.includes(`href="${path}" rel="first"`)
    pages.push({ found: [...new Set(body.match(things) ?? [])], words: wordsIn(body), back })
    next = body.match(/href="([^"]*)" rel="next"/)?.[1]
  }
  return pages
}

test.group('A long list of the folder', () => {
  test('of notifications shows first whatever waits, however old, and the others page by page', async ({
    assert,
  }) => {
    const town = await testTown({ demo: true })
    const waiting = await notified(town)
    for (let count = 0; count < PAGE + MORE; count++) {
      const { id } = await notified(town)
      await new AcceptNotification().execute(answerOf(town, id, OPENED))
    }
    const citizen = await signedIn(town)
    const [first, second, ...none] = await pagesOf(
      citizen,
      '/folder/notifications',
      /notifications\/[\da-f-]{36}/g
    )
    assert.lengthOf(none, 0)
    assert.lengthOf(first!.found, 1 + PAGE)
    assert.equal(first!.found[0], `notifications/${waiting.id}`)
    assert.lengthOf(second!.found, MORE)
    assert.notInclude(second!.words, 'You have no notification to open')
    assert.deepEqual([first!.back, second!.back], [false, true])
    assert.lengthOf(new Set([...first!.found, ...second!.found]), 1 + PAGE + MORE)
    assert.include((await citizen.get('/folder')).body, `href="/folder/notifications/${waiting.id}"`)
  })

  test('of payments shows first what is to be paid, and the others page by page', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const waiting = await orderFor(town)
    for (let count = 0; count < PAGE + MORE; count++) {
      const { id } = await orderFor(town)
      await inTown(town.id, async (trx) =>
        endOrder(trx, (await lockedOrder(trx, id))!, 'cancelled', { at: ORDERED, moved: true })
      )
    }
    const [first, second, ...none] = await pagesOf(
      await signedIn(town),
      '/folder/payments',
      /payments\/[\da-f-]{36}/g
    )
    assert.lengthOf(none, 0)
    assert.equal(first!.found[0], `payments/${waiting.id}`)
    assert.lengthOf(first!.found, 1 + PAGE)
    assert.lengthOf(second!.found, MORE)
    assert.notInclude(second!.words, 'You have nothing to pay')
    assert.isTrue(second!.back)
  })

  test('of cases and of documents goes on to the oldest', async ({ assert }) => {
    const office = await openOffice({ demo: true })
    const at = new Date()
    for (let count = 0; count < PAGE + MORE; count++)
      await fileAt(office, office.procedure, { answers: goodAnswers(office), at })
    const citizen = await signedIn(office.test)
    const cases = await pagesOf(citizen, '/folder', /cases\/[\da-f-]{36}/g)
    assert.deepEqual(
      cases.map(({ found }) => found.length),
      [PAGE, MORE]
    )
    const documents = await pagesOf(citizen, '/folder/documents', /href="\/documents\/[\da-f-]{36}"/g)
    assert.lengthOf(
      documents.slice(0, -1).filter(({ found }) => found.length !== PAGE),
      0
    )
    const each = documents.flatMap(({ found }) => found)
    assert.lengthOf(new Set(each), each.length)
    assert.isAtLeast(each.length, 2 * (PAGE + MORE))
  })
})
