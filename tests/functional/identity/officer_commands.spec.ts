import type { BaseCommand } from '@adonisjs/core/ace'
import { test } from '@japa/runner'
import { ClaimCase } from '#cases/actions/assign_case'
import { inbox } from '#cases/queries/inbox'
import { officersOf } from '#identity/queries/officers'
import { waitsForAlone } from '#signatures/queries/waits_for'
import OfficerChange from '#start/officers/officer_change'
import OfficerDismiss from '#start/officers/officer_dismiss'
import OfficerHire from '#start/officers/officer_hire'
import OfficerList from '#start/officers/officer_list'
import NameHolder from '#start/officers/name_holder'
import NameTechnician from '#start/officers/name_technician'
import { bodyFor } from '#tenancy/queries/bodies_and_units'
import { auditRows } from '#tests/support/audit_rows'
import { typed } from '#tests/support/command'
import { DeskVisitor } from '#tests/support/desk_visitor'
import { FILED, openCase } from '#tests/support/open_case'
import { requestIn, signingTown } from '#tests/support/signatures'
import { testTown } from '#tests/support/town'

const EMPAR = 'empar@benimar.example'

const refused = async (Command: typeof BaseCommand, argv: string[]) => {
  const { exitCode, said } = await typed(Command, argv)
  return exitCode === 1 ? said : `not refused: ${said}`
}

test.group('An operator', () => {
  test('hires somebody, who signs in with the password that was shown; the list and the trail have them', async ({
    assert,
  }) => {
    const town = await testTown()
    const position = ['--position=Tècnica', '--position=en:Technician']
    const given = [
      town.slug,
      ` ${EMPAR.toUpperCase()}`,
      '--name=Empar Vidal',
      '--roles=technician, registrar',
    ]
    const { exitCode, said } = await typed(OfficerHire, [...given, '--units=general', ...position])
    assert.equal(exitCode, 0, said)
    const password = /with the password (\S+)/.exec(said)![1]!
    const signedIn = await new DeskVisitor(town.host).signIn({ email: EMPAR, password })
    assert.equal(signedIn.status, 303)
    assert.deepInclude(
      (await officersOf(town.id)).find(({ email }) => email === EMPAR)!,
      {
        name: 'Empar Vidal',
        roles: ['technician', 'registrar'],
        unitIds: [town.unitId],
        position: { es: 'Tècnica', ca: 'Tècnica', en: 'Technician' },
      }
    )
    const listed = (await typed(OfficerList, [town.slug])).said
    assert.include(listed, `${EMPAR}  Empar Vidal; roles technician, registrar; units general; last access`)
    assert.include(listed, `body mayor: Empar Mayor, as its documents print it (${town.officer.email})`)
    assert.lengthOf(await auditRows(town.id, 'identity.officer_hired'), 1)
  })

  test('is told what is wrong with whom they hire, and hires nobody', async ({ assert }) => {
    const town = await testTown()
    const hire = (email: string, ...more: string[]) =>
      refused(OfficerHire, [town.slug, email, '--name=Empar', ...more])
    assert.match(await hire('empar', '--roles=admin'), /“empar” is no e-mail address/)
    assert.match(await hire(EMPAR, '--roles=admin,king'), /There is no role king\. .*registrar, treasurer/)
    assert.match(await hire(EMPAR, '--roles=,'), /No role is named/)
    assert.match(
      await hire(EMPAR, '--roles=admin', '--units=moon'),
      /no unit moon\. Those that it has: general/
    )
    assert.match(await hire(EMPAR, '--roles=admin', '--language=fr'), /does not speak “fr”/)
    assert.match(await hire(town.officer.email, '--roles=admin'), /works in \S+ already/)
    assert.lengthOf(await officersOf(town.id), 1)
  })

  test('gives other roles and a new password', async ({ assert }) => {
    const town = await testTown()
    await typed(OfficerHire, [town.slug, EMPAR, '--name=Empar', '--roles=registrar'])
    const change = (...more: string[]) => typed(OfficerChange, [town.slug, EMPAR, ...more])
    const { said } = await change('--roles=resolver', '--password')
    const password = /with the password (\S+)/.exec(said)![1]!
    assert.equal((await new DeskVisitor(town.host).signIn({ email: EMPAR, password })).status, 303)
    assert.match((await change()).said, /Say what is to be another/)
    assert.match(
      await refused(OfficerChange, [town.slug, 'nobody@x.es', '--units=']),
      /Nobody with the address/
    )
    const last = [town.slug, town.officer.email, '--roles=resolver']
    assert.match(await refused(OfficerChange, last), /Nobody else administers/)
  })

  test('names who holds a body, and nobody who can’t', async ({ assert }) => {
    const town = await testTown()
    await typed(OfficerHire, [town.slug, EMPAR, '--name=Empar Vidal', '--roles=registrar'])
    const name = (...more: string[]) => [town.slug, ...more]
    const cannot = await refused(NameHolder, name('mayor', EMPAR))
    assert.include(cannot, `officer:change ${town.slug} ${EMPAR} --roles=registrar,resolver`)
    await typed(OfficerChange, [town.slug, EMPAR, '--roles=registrar,resolver'])
    assert.match((await typed(NameHolder, name('mayor', EMPAR))).said, /holds mayor from now on/)
    assert.match((await typed(NameHolder, name('mayor', EMPAR))).said, /holds mayor already/)
    assert.equal((await bodyFor(town.id, 'mayor'))!.holder, 'Empar Vidal')
    assert.match(await refused(NameHolder, name('plenary', EMPAR)), /no body “plenary”.*mayor/)
    assert.match(await refused(NameHolder, name('mayor')), /--vacant/)
    assert.match((await typed(NameHolder, name('mayor', '--vacant'))).said, /mayor is vacant from now on/)
    assert.match((await typed(OfficerList, [town.slug])).said, /body mayor: nobody/)
  })

  test('names a technician of a unit, and takes them away', async ({ assert }) => {
    const town = await testTown()
    await typed(OfficerHire, [town.slug, EMPAR, '--name=Empar', '--roles=registrar'])
    const name = [town.slug, 'general', EMPAR]
    assert.match(await refused(NameTechnician, name), /without the role technician/)
    await typed(OfficerChange, [town.slug, EMPAR, '--roles=technician'])
    const units = async () => (await officersOf(town.id)).find(({ email }) => email === EMPAR)!.unitIds
    assert.equal((await typed(NameTechnician, name)).exitCode, 0)
    assert.deepEqual(await units(), [town.unitId])
    await typed(NameTechnician, [...name, '--remove'])
    assert.deepEqual(await units(), [])
    assert.match(await refused(NameTechnician, [town.slug, 'moon', EMPAR]), /no unit moon/)
  })
})

test.group('An operator who dismisses somebody', () => {
  test('is told what they have in hand, and does nothing until it is said where it goes', async ({
    assert,
  }) => {
    const { town, caseId } = await openCase()
    const { id, email } = town.officer
    await new ClaimCase().execute({
      ...{ municipalityId: town.id, caseId, at: FILED, moved: true },
      actor: { kind: 'officer', id },
    })
    await typed(OfficerHire, [town.slug, EMPAR, '--name=Empar Vidal', '--roles=admin,resolver'])
    const told = await refused(OfficerDismiss, [town.slug, email])
    assert.match(told, /1 open cases \(hand them over with --to/)
    assert.match(told, /the body mayor \(name another: node ace town:name-holder/)
    assert.lengthOf(await officersOf(town.id), 2)
    await typed(NameHolder, [town.slug, 'mayor', EMPAR])
    assert.match(await refused(OfficerDismiss, [town.slug, email, `--to=${email}`]), /from themselves/)
    const { exitCode, said } = await typed(OfficerDismiss, [town.slug, email, `--to=${EMPAR}`])
    assert.equal(exitCode, 0, said)
    assert.include(said, `1 open cases went to ${EMPAR}`)
    const [heir, ...others] = await officersOf(town.id)
    assert.isEmpty(others)
    assert.lengthOf((await inbox(town.id, { assignedTo: heir!.id }, { at: FILED })).cases, 1)
    assert.include((await typed(OfficerList, [town.slug, '--dismissed'])).said, email)
    assert.match(await refused(OfficerDismiss, [town.slug, email]), /works in \S+ no more/)
    assert.match(await refused(OfficerDismiss, [town.slug, EMPAR, '--release']), /Nobody else administers/)
    assert.equal((await bodyFor(town.id, 'mayor'))!.holder, 'Empar Vidal')
  })

  test('may leave it to nobody, and is told what can’t go on', async ({ assert }) => {
    const town = await signingTown()
    await requestIn(town)
    assert.equal(await waitsForAlone(town.id, town.mayor.id), 0)
    await typed(NameHolder, [town.slug, 'mayor', town.mayor.email])
    assert.equal(await waitsForAlone(town.id, town.mayor.id), 1)
    assert.match(
      await refused(OfficerDismiss, [town.slug, town.mayor.email]),
      /1 documents that nobody else can/
    )
    const { said } = await typed(OfficerDismiss, [town.slug, town.mayor.email, '--release'])
    assert.match(said, /The body mayor is vacant/)
    assert.match(said, /1 documents wait for a signature that nobody can give now/)
    assert.isNull((await bodyFor(town.id, 'mayor'))!.holder)
    assert.lengthOf(await auditRows(town.id, 'identity.officer_dismissed'), 1)
  })
})
