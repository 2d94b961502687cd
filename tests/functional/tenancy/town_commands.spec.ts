import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import env from '#start/env'
import TownCalendar from '#start/towns/town_calendar'
import TownSeat from '#start/towns/town_seat'
import TownFound from '#start/towns/town_found'
import TownHost from '#start/towns/town_host'
import TownValues from '#start/towns/town_values'
import { filledIn } from '#catalogue/queries/town_values'
import type { CompiledProcedure } from '#catalogue/types'
import { publishedProcedures } from '#tests/support/filing'
import { GAIN, gainRate } from '#tests/support/filled_in'
import { offered } from '#catalogue/queries/offered'
import NameHolder from '#start/officers/name_holder'
import OfficerChange from '#start/officers/officer_change'
import TownOffer from '#start/towns/town_offer'
import TownWithdraw from '#start/towns/town_withdraw'
import { townByHost, townById, towns } from '#tenancy/queries/towns'
import { unitFor, bodyFor } from '#tenancy/queries/bodies_and_units'
import { calendarOf } from '#tenancy/queries/calendar'
import { auditRows } from '#tests/support/audit_rows'
import { typed } from '#tests/support/command'
import { DeskVisitor } from '#tests/support/desk_visitor'
import { organSeal, PASSPHRASE } from '#tests/support/organ_seal'
import { testTown } from '#tests/support/town'
import { Visitor } from '#tests/support/visitor'

const ADMIN = 'alcaldia@benimar.example'

test.group('An operator', (group) => {
  let folder = ''
  group.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'town-'))
    return () => rmSync(folder, { recursive: true })
  })

  /** The file of a town that is not fictional, made after one of the demo. */
  function townFile(changes: object = {}): { slug: string; host: string; path: string } {
    const slug = `b${Math.random().toString(36).slice(2, 10)}`
    const host = `seu.${slug}.example`
    const demo = JSON.parse(readFileSync(app.makePath('resources/towns/benialba.json'), 'utf8'))
    const path = join(folder, `${slug}.json`)
    writeFileSync(path, JSON.stringify({ ...demo, slug, name: 'Benimar', demo: false, hosts: [host], ...changes })) // prettier-ignore
    return { slug, host, path }
  }

  test('loads a later year: the state’s days, those usual in its region, and what a bulletin adds', async ({
    assert,
  }) => {
    const town = await testTown()
    const path = join(folder, `${town.slug}.calendar.json`)
    const feast = { day: '2030-09-14', scope: 'local', name: { es: 'Fiesta', ca: 'Festa', en: 'Feast' } }
    writeFileSync(path, JSON.stringify({ source: 'BOP 230', region: 'ES-VC', closedDays: [feast] }))
    const plain = await typed(TownCalendar, [town.slug, '2030'])
    assert.equal(plain.exitCode, 0, plain.said)
    assert.include(plain.said, '2030 has no local holidays')
    const { exitCode, said } = await typed(TownCalendar, [town.slug, '2030', path])
    assert.equal(exitCode, 0, said)
    const { holidays } = await calendarOf(town.id)
    assert.containsSubset(holidays, {
      '2030-01-01': { scope: 'state' },
      '2030-10-09': { scope: 'region' },
      '2030-09-14': { scope: 'local' },
    })
    assert.deepInclude((await auditRows(town.id, 'tenancy.calendar_loaded'))[0]!, {
      actor: 'town:calendar',
      subject: '2030',
    })
    const listed = await typed(TownCalendar, [town.slug])
    assert.match(listed.said, /2030 \(BOP 230\)[^]*2030-09-14 {2}local {3}Fiesta/)
  })

  test('loads what was published from its list, with where, for the town and for another seat', async ({
    assert,
  }) => {
    const town = await testTown()
    const path = join(folder, `${town.slug}.csv`)
    writeFileSync(path, 'day;name;scope\n09/10/2030;Nou d’Octubre;autonómica\n19/04/2030;Fira;local\n')
    assert.include((await typed(TownCalendar, [town.slug, '2030', path])).said, '--source')
    const loaded = await typed(TownCalendar, [town.slug, '2030', path, '--source=BOP 230'])
    assert.equal(loaded.exitCode, 0, loaded.said)
    const { holidays } = await calendarOf(town.id)
    assert.containsSubset(holidays, { '2030-10-09': { scope: 'region' }, '2030-04-19': { scope: 'local' } })
    assert.property(holidays, '2030-12-25', 'the usual days of the State, which the list leaves out')
    assert.include((await typed(TownCalendar, [town.slug])).said, '2030 (-)')
    assert.equal((await typed(TownCalendar, [town.slug, '2030', '--seat=xativa'])).exitCode, 1)
    const added = await typed(TownSeat, [town.slug, 'Xàtiva', '--region=ES-VC', '--of=general,mayor'])
    assert.equal(added.exitCode, 0, added.said)
    assert.match((await typed(TownSeat, [town.slug])).said, /xativa {2}Xàtiva {2}ES-VC {2}Citizen service, Mayor/) // prettier-ignore
    const seat = await typed(TownCalendar, [town.slug, '2030', '--seat=xativa'])
    assert.equal(seat.exitCode, 0, seat.said)
    assert.include((await typed(TownCalendar, [town.slug, '--seat=xativa'])).said, '2030-04-22')
    assert.notInclude((await typed(TownCalendar, [town.slug])).said, '2030-04-22')
    writeFileSync(path, '09/10/2030;Nou d’Octubre;autonómica\n31/02/2030;No\n')
    const wrong = await typed(TownCalendar, [town.slug, '2030', path, '--source=BOP 230'])
    assert.include(wrong.said, `${town.slug}.csv:2`)
    assert.equal((await typed(TownSeat, [town.slug, 'Alzira', '--region=VC'])).exitCode, 1)
    assert.equal((await typed(TownSeat, [town.slug, 'xativa', '--of=nobody'])).exitCode, 1)
  })

  test('is told what is wrong with a calendar, and of days that have begun', async ({ assert }) => {
    const town = await testTown()
    const path = join(folder, 'wrong.calendar.json')
    writeFileSync(path, JSON.stringify({ closedDays: [] }))
    const wrong = await typed(TownCalendar, [town.slug, '2030', path])
    assert.equal(wrong.exitCode, 1)
    assert.include(wrong.said, 'wrong.calendar.json does not describe the closed days of a year')
    assert.equal((await typed(TownCalendar, [town.slug, '30'])).exitCode, 1)
    const past = await typed(TownCalendar, [town.slug, '2025'])
    assert.equal(past.exitCode, 1)
    assert.include(past.said, '--reason')
    const reasoned = await typed(TownCalendar, [town.slug, '2025', '--reason=The bulletin came late'])
    assert.equal(reasoned.exitCode, 0, reasoned.said)
  })

  test('writes down the values of a town from a file, and is told what does not fit', async ({ assert }) => {
    const town = await testTown()
    const [procedure] = (await publishedProcedures()).filter(({ slug }) => slug !== GAIN) as [
      CompiledProcedure,
    ]
    const path = join(folder, `${town.slug}.values.json`)
    const values = (tables: object, more: object = {}) =>
      writeFileSync(path, JSON.stringify({ $schema: '/schemas/values.json', procedures: { [GAIN]: { tables } }, ...more })) // prettier-ignore
    values(gainRate('25').tables!)
    const written = await typed(TownValues, [town.slug, path])
    assert.equal(written.exitCode, 0, written.said)
    assert.include(written.said, '1 change written down')
    assert.include((await typed(TownValues, [town.slug, path])).said, 'stands so already')
    const reduction = { landReduction: [{ from: '2030-01-01', article: 'Ordinance 5', value: '10' }] }
    values(reduction)
    await typed(TownValues, [town.slug, path])
    assert.deepEqual((await filledIn(town.id)).get(GAIN)!.contents.tables, {
      ...gainRate('25').tables,
      ...reduction,
    })
    values(gainRate('31').tables!)
    const wrong = await typed(TownValues, [town.slug, path])
    assert.equal(wrong.exitCode, 1)
    assert.include(wrong.said, `/procedures/${GAIN}/tables/rate/0/rows/0/value`)
    assert.include(wrong.said, 'Write 30 or less.')
    const both = { procedures: { [GAIN]: gainRate('20'), nothing: {}, [procedure.slug]: { unit: 'moon' } } }
    values({}, both)
    const half = await typed(TownValues, [town.slug, path])
    assert.equal(half.exitCode, 1)
    assert.include(
      half.said,
      'values.json#/procedures/nothing No procedure that was published is called nothing'
    )
    assert.include(half.said, `/procedures/${procedure.slug}/unit`)
    assert.include(half.said, 'Nothing of')
    assert.notInclude(half.said, 'written down\n')
    assert.deepEqual((await filledIn(town.id)).get(GAIN)!.contents.tables, {
      ...gainRate('25').tables,
      ...reduction,
    })
    values({}, { colour: 'red' })
    assert.include((await typed(TownValues, [town.slug, path])).said, '/colour')
    assert.include((await typed(TownValues, [town.slug, join(folder, 'absent.json')])).said, 'missing')
    assert.lengthOf(await auditRows(town.id, 'catalogue.values_changed'), 2)
  })

  test('founds a town: it answers, and its administrator signs in', async ({ assert }) => {
    const { slug, host, path } = townFile()
    const { exitCode, said } = await typed(TownFound, [path, `--admin=${ADMIN}`])
    assert.equal(exitCode, 0, said)
    const town = (await townByHost(host))!
    assert.deepInclude(town, { slug, name: 'Benimar', demo: false, taxNumber: 'P0399800A' })
    const password = /with the password (\S+)/.exec(said)![1]!
    assert.isAtLeast(password.length, 20)
    assert.include(said, `node ace town:seal ${slug}`)
    const signedIn = await new DeskVisitor(host).signIn({ email: ADMIN, password })
    assert.equal(signedIn.status, 303)
    assert.equal((await new Visitor(host).get('/')).status, 200)
    const year = new Date().getFullYear()
    const { years, holidays } = await calendarOf(town.id)
    assert.deepEqual(years, [year, year + 1])
    assert.containsSubset(holidays, { [`${year}-10-09`]: { scope: 'region' }, [`${year}-09-14`]: { scope: 'local' } }) // prettier-ignore
    assert.equal((await unitFor(town.id, 'planning'))?.slug, 'general')
    assert.equal((await bodyFor(town.id, 'council'))?.role, 'council')
  })

  test('is told what is wrong with the file of a town, and founds nothing', async ({ assert }) => {
    const standing = await testTown({ hosts: [`x${Date.now()}.example`] })
    const { hosts } = (await townById(standing.id))!
    const before = (await towns()).length
    const wrong: [object, RegExp][] = [
      [{ ineCode: '3998' }, /\/ineCode/],
      [{ taxNumber: undefined }, /taxNumber/],
      [{ settings: { council: {} } }, /\/settings/],
      [{ slug: standing.slug }, /stands already/],
      [{ hosts }, /belongs to another town/],
    ]
    for (const [changes, told] of wrong) {
      const { exitCode, said } = await typed(TownFound, [townFile(changes).path, `--admin=${ADMIN}`])
      assert.equal(exitCode, 1)
      assert.match(said, told)
      assert.notInclude(said, 'tenancy.')
      assert.notInclude(said, 'diagnostics.')
    }
    assert.match((await typed(TownFound, [townFile().path, '--admin=nobody'])).said, /no e-mail address/)
    assert.match((await typed(TownFound, [join(folder, 'absent.json'), `--admin=${ADMIN}`])).said, /missing/)
    assert.equal((await towns()).length, before)
  })

  test('gives a town an address, lists it and takes it away; the trail has it', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const host = `seu.${town.slug}.example`
    const bare = (await typed(TownHost, [town.slug])).said
    assert.match(bare, /no address of its own/)
    assert.include(bare, `http://${town.host}:${env.get('PORT', 3333)}`)
    assert.equal((await typed(TownHost, [town.slug, host])).exitCode, 0)
    assert.equal((await townByHost(host))?.id, town.id)
    const listed = (await typed(TownHost, [town.slug])).said
    for (const one of [host, town.host]) assert.include(listed, one)
    const taken = await typed(TownHost, [other.slug, host])
    assert.equal(taken.exitCode, 1)
    assert.match(taken.said, /belongs to another town/)
    assert.equal((await typed(TownHost, [town.slug, host, '--remove'])).exitCode, 0)
    assert.isNull(await townByHost(host))
    for (const action of ['tenancy.host_added', 'tenancy.host_removed'])
      assert.deepEqual(
        (await auditRows(town.id, action)).map(({ subject }) => subject),
        [host]
      )
    assert.isEmpty(await auditRows(other.id, 'tenancy.host_added'))
  })

  test('is told which towns there are when there is none of that name', async ({ assert }) => {
    const town = await testTown()
    const { exitCode, said } = await typed(TownHost, ['nowhere', 'a.example'])
    assert.equal(exitCode, 1)
    assert.match(said, new RegExp(`no town “nowhere”.*${town.slug}`))
  })

  test('has a town offer what the catalogue has now, once', async ({ assert }) => {
    const town = await testTown()
    assert.match((await typed(TownOffer, [town.slug])).said, /offered as it is now/)
    assert.match((await typed(TownOffer, [town.slug])).said, /offered already/)
    assert.equal((await typed(TownOffer, [town.slug, 'nothing'])).exitCode, 1)
  })

  test('has a town offer a procedure no more, with a reason, until it is named again', async ({ assert }) => {
    const town = await testTown()
    await typed(TownOffer, [town.slug])
    const [{ slug } = { slug: '' }] = await offered(town.id)
    const withdraw = (reason: string) => typed(TownWithdraw, [town.slug, slug, `--reason=${reason}`])
    assert.match((await withdraw(' ')).said, /Say why/)
    assert.match((await withdraw('Repealed')).said, new RegExp(`offers ${slug} no more`))
    assert.equal((await withdraw('Repealed')).exitCode, 1)
    assert.match((await typed(TownOffer, [town.slug])).said, new RegExp(`${slug}: the town has withdrawn it`))
    assert.match((await typed(TownOffer, [town.slug, slug])).said, /offered as it is now/)
    assert.lengthOf(await auditRows(town.id, 'catalogue.withdrawn'), 1)
  })

  test('is told who has to be named before a procedure can be offered', async ({ assert }) => {
    const { slug, path } = townFile()
    const { said } = await typed(TownFound, [path, `--admin=${ADMIN}`])
    assert.match(said, new RegExp(`is not offered yet.*node ace town:offer ${slug}`))
    const offer = await typed(TownOffer, [slug])
    assert.equal(offer.exitCode, 1)
    assert.include(offer.said, `Nobody holds “mayor”: node ace town:name-holder ${slug} mayor <e-mail>.`)
    await typed(OfficerChange, [slug, ADMIN, '--roles=admin,resolver'])
    await typed(NameHolder, [slug, 'mayor', ADMIN])
    assert.match((await typed(TownOffer, [slug])).said, /offered as it is now/)
  })

  test('binds a seal with a password that stands in no command line', async ({ assert }) => {
    const town = await testTown()
    const file = join(folder, 'seal.p12')
    writeFileSync(file, organSeal('P4600000A'))
    const run = (input: string) =>
      spawnSync(
        process.execPath,
        ['--import', '@poppinss/ts-exec', 'bin/console.ts', 'town:seal', town.slug, file],
        { cwd: app.makePath(), input, encoding: 'utf8' }
      )
    const wrong = run('wrong\n')
    assert.equal(wrong.status, 1)
    assert.match(wrong.stdout + wrong.stderr, /the password is another/)
    const right = run(`${PASSPHRASE}\n`)
    assert.equal(right.status, 0, right.stderr)
    assert.match(right.stdout, /SELLO ELECTRONICO DE PROVA/)
    assert.lengthOf(await auditRows(town.id, 'documents.seal_bound'), 1)
  }).timeout(60_000)
})
