import { test } from '@japa/runner'
import { isNumberTaken } from '#catalogue/queries/is_number_taken'
import { plant } from '#tests/catalogue/small_procedure'
import { openOffice } from '#tests/support/filing'
import { publishNext } from '#tests/support/versions'

test.group('The number of a version', () => {
  test('is taken where other documents were published under it, and not by a version itself', async ({
    assert,
  }) => {
    const { procedure } = await openOffice()
    const next = await publishNext(procedure)
    assert.isFalse(await isNumberTaken(next))
    const again = await publishNext(procedure, (files) => {
      plant(files, 'procedure.json', '/version', next.sheet.version)
      plant(files, 'texts/en.json', '/tasks/review', 'Look at it')
    })
    assert.isTrue(await isNumberTaken(again))
  })
})
