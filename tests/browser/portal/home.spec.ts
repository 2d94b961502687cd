import { test } from '@japa/runner'
import { textOf } from '#catalogue/queries/texts'
import { Visitor } from '#tests/browser/support/visitor'
import { openOffice } from '#tests/support/filing'

for (const scripts of [false, true])
  test.group(`The electronic office ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test('leads from its first page to the sheet of a procedure', async ({ assert, cleanup }) => {
      const { test: town, procedure } = await openOffice()
      const visitor = await Visitor.open(town, { scripts })
      cleanup(() => visitor.leave())
      await visitor.go('/')
      await visitor.follow(visitor.t('portal.layout.doors.procedures'))
      await visitor.arrivesAt(visitor.t('portal.catalogue.title'))
      const title = textOf(procedure.texts, 'es', 'sheet.title')
      await visitor.follow(title)
      await visitor.arrivesAt(title)
      assert.equal(visitor.path, `/procedures/${procedure.slug}`)
    })
  })
