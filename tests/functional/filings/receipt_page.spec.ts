import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { writingOf } from '#documents/queries/writing'
import { checkSeal } from '#documents/seal/check_seal'
import { receiptOf } from '#filings/domain/filed'
import { filedById } from '#filings/queries/filed'
import { bookLanguage } from '#registry/domain/book_words'
import { newestEntries } from '#registry/queries/entries'
import { verifyTown } from '#start/verify'
import { unitFor } from '#tenancy/queries/bodies_and_units'
import type { Language } from '#tenancy/types'
import { signedIn } from '#tests/support/citizen_visitor'
import { CitizensCase } from '#tests/support/citizens_case'
import { goodAnswers, openOffice } from '#tests/support/filing'
import { wordsIn } from '#tests/support/page_forms'
import { walkToCheck, walkToReceipt } from '#tests/support/walk_filing'

test.group('Checking and filing', () => {
  test('shows each answer beside the way to change it, and comes back after the change', async ({
    assert,
  }) => {
    const office = await openOffice({ demo: true })
    const citizen = await signedIn(office.test)
    const check = await walkToCheck(citizen, office.procedure.slug, goodAnswers(office))
    const page = await citizen.get(check)
    const words = wordsIn(page.body)
    const { subject, facts } = goodAnswers(office) as Record<string, string>
    for (const part of [subject!, facts!]) assert.include(words, part)
    assert.include(words, '(12345678Z)')
    const change = check.replace(/check$/, 'pages/subject?change=1')
    assert.include(page.body, `href="${change}"`)
    const done = await citizen.answer(change, { 'answers[subject]': 'Otro asunto' })
    assert.equal(done.headers.location, check)
    assert.include(wordsIn((await citizen.get(check)).body), 'Otro asunto')
  })

  test('an answer that is missing keeps it from being filed, and is named where it is given', async ({
    assert,
  }) => {
    const office = await openOffice({ demo: true })
    const citizen = await signedIn(office.test)
    const first = await citizen.begin(office.procedure.slug)
    const check = first.replace(/pages\/.*/, 'check')
    const submission = check.replace(/check$/, 'submission')
    const page = await citizen.get(check)
    assert.include(page.body, 'govuk-error-summary')
    assert.include(page.body, `href="${check.replace(/check$/, 'pages/subject?change=1')}"`)
    assert.notInclude(page.body, `action="${submission}"`)
    const refused = await citizen.submit(submission, { _version: '1' })
    assert.equal(refused.headers.location, check)
    assert.equal((await citizen.get(check.replace(/check$/, 'receipt'))).status, 404)
  })

  test('pressed twice files once: the same receipt, whatever was lost on the way', async ({ assert }) => {
    const office = await openOffice({ demo: true })
    const citizen = await signedIn(office.test)
    const check = await walkToCheck(citizen, office.procedure.slug, goodAnswers(office))
    const form = await citizen.formAt(check, check.replace(/check$/, 'submission'))
    const answers = await Promise.all([1, 2, 3].map(() => citizen.send(form)))
    answers.push(await citizen.send(form))
    for (const { status, headers } of answers) {
      assert.equal(status, 303)
      assert.equal(headers.location, check.replace(/check$/, 'receipt'))
    }
    const other = await citizen.send({ ...form, fields: [['_version', '1']] })
    assert.equal(other.status, 409)
    assert.include(wordsIn(other.body), 'See in your folder what was registered.')
    const report = await verifyTown(office.town.id)
    assert.isTrue(report.holds)
  })
})

test.group('The receipt', () => {
  test('is there at once: number, date, body, and a code that anybody can check', async ({ assert }) => {
    const { citizen, receipt } = await CitizensCase.file()
    const page = await citizen.get(receipt)
    const words = wordsIn(page.body)
    assert.equal(page.status, 200)
    assert.match(words, new RegExp(`${new Date().getFullYear()}-E-RE-000001`))
    for (const part of ['Application submitted', 'The longest time to decide']) assert.include(words, part)
    const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){5}/.exec(words)![0]
    const anybody = await citizen.get(`/verify?code=${code}`)
    assert.equal(anybody.status, 200)
  })

  test('is sealed, and the same bytes each time, before and after the worker has stored them', async ({
    assert,
  }) => {
    const office = await openOffice({ demo: true })
    const citizen = await signedIn(office.test)
    const receipt = await walkToReceipt(citizen, office.procedure.slug, goodAnswers(office))
    const page = await citizen.get(receipt)
    const pdf = /href="(\/documents\/[^"]+)" class="govuk-button"/.exec(page.body)![1]!
    const first = await citizen.get(pdf)
    const again = await citizen.get(pdf)
    assert.isTrue(first.bytes.equals(again.bytes))
    const { intact, whole } = checkSeal(first.bytes)
    assert.deepEqual({ intact, whole }, { intact: true, whole: true })
    const spoilt = Buffer.from(first.bytes)
    spoilt[Math.floor(spoilt.length / 3)]! ^= 1
    assert.isFalse(checkSeal(spoilt).intact && checkSeal(spoilt).whole)
  })

  test('names the same addressee on the pages, in the sealed document and in the book (art. 66.1.f)', async ({
    assert,
  }) => {
    const office = await openOffice({ demo: true })
    const { town, procedure } = office
    const citizen = await signedIn(office.test)
    const check = await walkToCheck(citizen, procedure.slug, goodAnswers(office))
    const unit = (await unitFor(town.id, procedure.sheet.unit))!.name
    assert.include(wordsIn((await citizen.get(check)).body), `addressed to: ${unit.en}`)
    const receipt = await walkToReceipt(citizen, procedure.slug, goodAnswers(office))
    assert.include(wordsIn((await citizen.get(receipt)).body), `Addressed to ${unit.en}`)
    const filed = (await filedById(town.id, receipt.split('/')[2]!))!
    const sealed = JSON.stringify(receiptOf(filed, writingOf(town, filed.language)))
    assert.include(sealed, unit[filed.language as Language])
    const [entry] = await newestEntries(town.id, { book: 'incoming' }, { timeZone: town.timeZone })
    assert.include(entry!.content.heading, String(goodAnswers(office)['subject']))
    assert.equal(entry!.content.addressee.name, unit[bookLanguage(town) as Language])
  })

  test('comes with the authenticated copy of what was filed (Law 39/2015, art. 16.3)', async ({ assert }) => {
    const { citizen, receipt } = await CitizensCase.file()
    const page = await citizen.get(receipt)
    const copy = /href="(\/documents\/[^"]+)" class="govuk-button govuk-button--secondary"/.exec(
      page.body
    )![1]!
    const { status, headers, bytes } = await citizen.get(copy)
    assert.deepEqual([status, headers['content-type']], [200, 'application/pdf'])
    assert.isTrue(checkSeal(bytes).intact)
    assert.include(page.body, createHash('sha256').update(bytes).digest('hex'))
  })

  test('of somebody else is not there, nor are its documents', async ({ assert }) => {
    const { citizen, receipt, office, path } = await CitizensCase.file()
    const page = await citizen.get(receipt)
    const documents = [...page.body.matchAll(/href="(\/documents\/[^"]+)"/g)].map(([, href]) => href!)
    assert.isAbove(documents.length, 1)
    const other = await signedIn(office.test, 1)
    for (const one of [receipt, path, ...documents]) assert.equal((await other.get(one)).status, 404, one)
  })

  test('calls whoever filed it the interested person, be it a woman or a company', async ({ assert }) => {
    const { citizen, receipt } = await CitizensCase.file()
    for (const [language, words] of Object.entries({ es: 'Persona interesada', ca: 'Persona interessada' }))
      assert.include(wordsIn((await citizen.get(`${receipt}?lang=${language}`)).body), words)
  })
})
