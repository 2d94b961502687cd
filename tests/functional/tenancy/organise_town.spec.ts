import { test } from '@japa/runner'
import { OrganiseTown } from '#tenancy/actions/organise_town'
import { bodyFor, unitFor } from '#tenancy/queries/bodies_and_units'
import { foundTown } from '#tenancy/actions/found_town'
import { plainTown, testTown } from '#tests/support/town'

const name = (text: string) => ({ es: text, ca: text, en: text })

test.group('A town that is organised', () => {
  test('has bodies that decide and units that handle, each unit under its body', async ({ assert }) => {
    const plain = {
      ...plainTown(`o${Date.now()}`, 'Vila'),
      languages: ['es' as const],
      demo: false,
      hosts: [],
    }
    const id = await foundTown(plain)
    const [general, planning] = await new OrganiseTown().execute(id, {
      bodies: [{ role: 'mayor', name: name('Mayor'), holder: 'Empar' }],
      units: [
        { slug: 'general', name: name('Office'), roles: ['general'], body: 'mayor' },
        { slug: 'planning', name: name('Planning'), roles: ['planning'], directoryCode: 'LA0001' },
      ],
    })
    const mayor = await bodyFor(id, 'mayor')
    assert.deepInclude(mayor, { holder: 'Empar', directoryCode: null })
    assert.deepInclude(await unitFor(id, 'general'), { id: general, bodyId: mayor!.id })
    assert.deepInclude(await unitFor(id, 'planning'), { id: planning, bodyId: null, directoryCode: 'LA0001' })
    assert.equal((await unitFor((await testTown()).id, 'planning'))?.slug, 'general')
  })
})
