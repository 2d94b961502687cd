import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { anonymousOffice, fileAnonymously } from '#tests/support/anonymous'
import { atTheDesk } from '#tests/support/desk_visitor'
import { rowsOf } from '#tests/support/rows'
import { settle } from '#tests/support/worker'

test.group('What was filed anonymously, at the desk', (group) => {
  group.each.setup(async () => void (await db.from('rate_limits').delete()))

  test('is called so in the lists, on its page, in its history and in the books', async ({ assert }) => {
    const office = await anonymousOffice()
    await fileAnonymously(office)
    await settle(office.town.id, new Date())
    const desk = await atTheDesk(office.test, office.test.officer)
    const inbox = await desk.get('/desk/inbox')
    assert.include(JSON.stringify(inbox.props), '"applicant":"Anonymous"')
    const [{ id }] = (await rowsOf(
      office.town.id,
      `SELECT id FROM case_files WHERE municipality_id = $1`
    )) as [{ id: string }]
    const { props, status } = await desk.get(`/desk/cases/${id}`)
    assert.equal(status, 200)
    assert.deepEqual(props.facts[0].lines, ['Anonymous'])
    assert.equal(props.history.at(-1).actor, 'Anonymous')
    const book = await desk.get('/desk/registry')
    assert.deepInclude(book.props.entries[0], { party: 'Anónimo', identifier: '', sender: 'Anónimo' })
    const csv = (await desk.get('/desk/registry/export/csv?book=incoming')).body
    assert.include(csv, 'Anónimo')
    assert.notInclude(csv, 'null')
    const json = (await desk.get('/desk/registry/export/json?book=incoming')).body
    assert.include(json, 'Anónimo')
  })

  test('is found by its words and its number, and by no name', async ({ assert }) => {
    const office = await anonymousOffice()
    await fileAnonymously(office)
    await settle(office.town.id, new Date())
    const desk = await atTheDesk(office.test, office.test.officer)
    const found = async (query: string) =>
      JSON.stringify((await desk.get(`/desk/search?q=${encodeURIComponent(query)}`)).props).includes(
        'Fanal apagat'
      )
    assert.isTrue(await found('fanal'))
    assert.isTrue(await found('2026-E-RE-000001'))
    assert.isFalse(await found('anonymous'))
    assert.isFalse(await found(office.test.person.identifier))
  })
})
