import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { proposePlan } from '#catalogue/index'
import { unwrap } from '#core/result'
import { plansOf } from '#cases/queries/migration_plans'
import { runsOf } from '#cases/queries/migration_runs'
import { verifyTown } from '#start/verify'
import CaseMigrate from '#start/towns/case_migrate'
import { atTheDesk } from '#tests/support/desk_visitor'
import { typed } from '#tests/support/command'
import { PROCEED, answerTask, openCase, pageOf, type OpenCase } from '#tests/support/open_case'
import { publishNext, started, withTerm, writtenPlan } from '#tests/support/versions'

const REASON = { es: 'Uno', ca: 'Un', en: 'One' }

test.group('An operator who moves cases to another version', (group) => {
  let folder = ''
  group.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-'))
    return () => rmSync(folder, { recursive: true })
  })

  const type = ({ office, town }: OpenCase, ...argv: string[]) =>
    typed(CaseMigrate, [office.procedure.slug, `--town=${town.slug}`, ...argv])

  const between = ({ office }: OpenCase, to: { digest: string }) => [
    `--from=${office.procedure.digest.slice(0, 12)}`,
    `--to=${to.digest.slice(0, 12)}`,
  ]

  test('sees the versions that have open cases', async ({ assert }) => {
    const open = await openCase()
    const { exitCode, said } = await type(open)
    assert.equal(exitCode, 0)
    assert.include(said, `${open.office.procedure.digest.slice(0, 12)}  1 open case  (offered)`)
  })

  test('has a plan proposed, tries it, carries it out and takes it back', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const versions = between(open, to)
    const none = await type(open, ...versions, '--dry-run')
    assert.equal(none.exitCode, 1)
    assert.match(none.said, /--propose/)
    const proposed = await type(open, ...versions, '--propose')
    assert.deepEqual(JSON.parse(proposed.said).elements, proposePlan(open.office.procedure, to).elements)
    const plan = `--plan=${join(folder, 'plan.json')}`
    writeFileSync(join(folder, 'plan.json'), proposed.said)
    for (const more of ['--dry-run', '--reason=mended']) {
      const marked = await type(open, ...versions, plan, more)
      assert.equal(marked.exitCode, 1, more)
      assert.match(marked.said, /\/reason\/es\n.*It is not said why the cases move/)
    }
    assert.isEmpty(await plansOf(open.town.id, to.slug))
    writeFileSync(join(folder, 'plan.json'), proposed.said.replaceAll('…', 'mended'))

    const tried = await type(open, ...versions, plan, '--dry-run')
    assert.equal(tried.exitCode, 0)
    assert.match(tried.said, /Tried on 1 case; nothing was written\.\n {2}1 move \(safe\): /)
    assert.equal((await pageOf(open)).caseFile.digest, open.office.procedure.digest)

    const silent = await type(open, ...versions, plan)
    assert.equal(silent.exitCode, 1)
    assert.match(silent.said, /--reason/)
    const moved = await type(open, ...versions, plan, '--reason=mended')
    assert.equal(moved.exitCode, 0)
    assert.match(moved.said, /Done: 1 moved, 0 put back, 0 stay/)
    assert.equal((await pageOf(open)).caseFile.digest, to.digest)
    const line = (await pageOf(open)).history.find(({ kind }) => kind === 'version_changed')!
    assert.deepEqual([line.actorKind, line.actorId], ['system', 'case:migrate'])
    const [run] = await runsOf(open.town.id, to.slug)
    const visitor = await atTheDesk(open.town, open.town.officer)
    const { props } = await visitor.get(`/desk/runs/${run!.id}`)
    assert.equal(props.run.by, 'The operator (case:migrate)')

    const back = await type(open, ...versions, '--back', '--reason=not yet')
    assert.match(back.said, /Done: 0 moved, 1 put back, 0 stay/)
    assert.equal((await pageOf(open)).caseFile.digest, open.office.procedure.digest)
    assert.deepEqual((await verifyTown(open.town.id)).violations, [])
  })

  test('takes back what came by an earlier plan, after trying that, too; and is told where none came', async ({
    assert,
  }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const versions = between(open, to)
    const none = await type(open, ...versions, '--back', '--reason=not yet')
    assert.equal(none.exitCode, 1)
    assert.match(none.said, /nothing to put back/)
    await writtenPlan(open, to)
    await type(open, ...versions, '--reason=mended')
    const reason = { es: 'Dos', ca: 'Dos', en: 'Two' }
    await writtenPlan(open, to, { reason })

    const tried = await type(open, ...versions, '--back', '--dry-run')
    assert.equal(tried.exitCode, 0)
    assert.match(tried.said, /Tried on 1 case; nothing was written\.\n {2}1 go back: /)
    assert.equal((await pageOf(open)).caseFile.digest, to.digest)
    const back = await type(open, ...versions, '--back', '--reason=not yet')
    assert.match(back.said, /Done: 0 moved, 1 put back, 0 stay/)
    assert.equal((await pageOf(open)).caseFile.digest, open.office.procedure.digest)
  })

  test('is told by a trial which cases have gone on and can’t go back', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    await writtenPlan(open, to)
    await type(open, ...between(open, to), '--reason=mended')
    unwrap(await answerTask(open, 'review', PROCEED))
    const tried = await type(open, ...between(open, to), '--back', '--dry-run')
    assert.equal(tried.exitCode, 2)
    assert.match(tried.said, /1 stay: /)
    assert.notMatch(tried.said, /go back:/)
  })

  test('is told which cases stay and why, and by the exit code that some do', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const plan = { ...proposePlan(open.office.procedure, to, REASON), elements: [] }
    writeFileSync(join(folder, 'short.json'), JSON.stringify(plan))
    const argv = [...between(open, to), `--plan=${join(folder, 'short.json')}`]
    const tried = await type(open, ...argv, '--dry-run')
    assert.equal(tried.exitCode, 2)
    assert.match(tried.said, /1 stay: The plan does not say where this element goes on\. \[review\]/)
    const moved = await type(open, ...argv, '--reason=mended')
    assert.equal(moved.exitCode, 2)
    assert.match(moved.said, /E-RE.*: The plan does not say/)
  })

  test('is told what is wrong with a plan, where and how to mend it', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const elements = [{ from: 'review', to: 'nowhere' }]
    const plan = { ...proposePlan(open.office.procedure, to, REASON), elements }
    writeFileSync(join(folder, 'wrong.json'), JSON.stringify(plan))
    const { exitCode, said } = await type(open, ...between(open, to), `--plan=${join(folder, 'wrong.json')}`)
    assert.equal(exitCode, 1)
    assert.match(said, /\/elements\/0\n.*has no element “nowhere”/)
  })

  test('is told what becomes of a term that is of another length', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure, withTerm(2))
    writeFileSync(join(folder, 'term.json'), JSON.stringify(proposePlan(open.office.procedure, to, REASON)))
    const argv = [...between(open, to), `--plan=${join(folder, 'term.json')}`, '--dry-run']
    assert.match(
      (await type(open, ...argv)).said,
      /on term_expired, 1 with a term of 3 months that is 2 months in the new version: it runs on with the old length/
    )
  })

  test('is told that what goes on can’t also be begun', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const elements = [{ from: 'review', to: null, begin: 'review' }]
    const plan = { ...proposePlan(open.office.procedure, to, REASON), elements }
    writeFileSync(join(folder, 'both.json'), JSON.stringify(plan))
    const { exitCode, said } = await type(open, ...between(open, to), `--plan=${join(folder, 'both.json')}`)
    assert.equal(exitCode, 1)
    assert.match(said, /\/elements\/0\/to\n.*“to” and “begin” exclude each other/)
  })

  test('stops what goes on, and is told when nothing does or there is no such version', async ({
    assert,
  }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    assert.equal((await type(open, '--stop')).exitCode, 1)
    await started(open, await writtenPlan(open, to))
    assert.match((await type(open, '--stop')).said, /Stopped after 0/)
    const unknown = await type(open, '--from=0.0.1', `--to=${to.digest}`)
    assert.equal(unknown.exitCode, 1)
    assert.match(unknown.said, /no version “0\.0\.1”/)
  })
})
