import { test } from '@japa/runner'
import { signedIn } from '#tests/support/citizen_visitor'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { wordsIn } from '#tests/support/page_forms'
import { addPerson, testTown } from '#tests/support/town'
import { draw, end, start, user } from '../../unit/engine/builder.js'

const DRAWN = draw('start -> review -> done', { start: start(), review: user('review'), done: end('done') })

test.group('A case that the town hall opened, in the folder of whom it is about', () => {
  test('is listed and read with its own number, and leads to no receipt', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const { person } = town
    const applicant = { personId: person.id, identifier: person.identifier, name: person.name }
    const procedure = await drawnProcedure(town.id, 'inspection', DRAWN)
    const { caseId, number } = await openDrawn(town.id, procedure, {}, { applicant })
    const citizen = await signedIn(town)
    assert.include((await citizen.get('/folder')).body, number)
    const { status, body } = await citizen.get(`/folder/cases/${caseId}`)
    assert.equal(status, 200)
    assert.include(body, number)
    assert.notMatch(body, /filings\/(null|undefined)/)
    const words = wordsIn(body)
    assert.match(words, /Who decides Mayor/)
    assert.notInclude(words, 'What you stated in the application')
    const { caseId: others } = await openDrawn(
      town.id,
      procedure,
      {},
      {
        applicant: { ...applicant, personId: (await addPerson(town.id)).id },
      }
    )
    assert.equal((await citizen.get(`/folder/cases/${others}`)).status, 404)
  })
})
