import { test } from '@japa/runner'
import ProcedureLint from '#catalogue/commands/procedure_lint'
import ProcedureList from '#catalogue/commands/procedure_list'
import ProcedureRun from '#catalogue/commands/procedure_run'
import ProcedureTest from '#catalogue/commands/procedure_test'
import { catalogueCopy, type CatalogueCopy } from '#tests/support/catalogue_copy'
import { typed } from '#tests/support/command'

const COMMANDS = { ProcedureLint, ProcedureList, ProcedureRun, ProcedureTest }

test.group('The commands for authors of procedures', (group) => {
  let copy: CatalogueCopy
  const on = (argv: string[] = []) => [...argv, `--catalogue=${copy.root}`]
  group.each.setup(async () => {
    copy = await catalogueCopy()
    return () => copy.remove()
  })

  test('lint has nothing to say of good documents', async ({ assert }) => {
    const { exitCode, said } = await typed(ProcedureLint, on())
    assert.equal(exitCode, 0)
    assert.include(said, `✓ finestra-basics/${copy.slug}`)
  })

  test('lint says where a document is wrong and what to do, and fails', async ({ assert }) => {
    await copy.change('procedure.json', (text) => text.replace('"electronic"', '"carrier_pigeon"'))
    const { exitCode, said } = await typed(ProcedureLint, on([copy.slug]))
    assert.equal(exitCode, 1)
    assert.match(said, /✗ procedure\.json\S* \/channels\/0/)
    assert.notInclude(said, 'diagnostics.')
  })

  test('lint speaks the language it is asked in', async ({ assert }) => {
    const { said } = await typed(ProcedureLint, on(['--lang=ca']))
    assert.include(said, 'procediment')
  })

  test('test plays every golden case', async ({ assert }) => {
    const { exitCode, said } = await typed(ProcedureTest, on([copy.slug]))
    assert.equal(exitCode, 0)
    assert.include(said, '✓ granted')
  })

  test('test says where a case parts from what its author expected, and fails', async ({ assert }) => {
    await copy.change('scenarios/granted.json', (text) =>
      text.replace('"outcome": "granted"', '"outcome": "dismissed"')
    )
    const { exitCode, said } = await typed(ProcedureTest, on())
    assert.equal(exitCode, 1)
    assert.include(said, '✗ granted')
    assert.match(said, /outcome: expected "dismissed", found "granted"/)
  })

  test('test tells why a procedure does not compile, and fails', async ({ assert }) => {
    await copy.change('process.bpmn', (text) => text.replace('</bpmn:process>', ''))
    const { exitCode, said } = await typed(ProcedureTest, on())
    assert.equal(exitCode, 1)
    assert.include(said, 'process.bpmn')
  })

  test('run tells one case as it goes', async ({ assert }) => {
    const { exitCode, said } = await typed(ProcedureRun, on([copy.slug, 'granted']))
    assert.equal(exitCode, 0)
    assert.include(said, 'Outcome: granted')
    assert.include(said, 'Documents: filing, receipt, resolution')
  })

  test('run tells why a procedure does not compile, as lint does, and fails', async ({ assert }) => {
    await copy.change('process.bpmn', (text) => text.replace('</bpmn:process>', ''))
    const run = await typed(ProcedureRun, on([copy.slug, 'granted']))
    assert.equal(run.exitCode, 1)
    assert.equal(run.said, (await typed(ProcedureLint, on([copy.slug]))).said)
    assert.notInclude(run.said, 'There is no procedure')
  })

  test('run tells a case moment by moment, with why it went as it did', async ({ assert }) => {
    const { exitCode, said } = await typed(ProcedureRun, on([copy.slug, 'correction_unanswered', '--trace']))
    assert.equal(exitCode, 0)
    assert.match(said, /4 Mar 2026, 11:00 +What was notified was opened/)
    assert.match(said, /decided +At “Anything missing\?”: “Is the application complete\?” is “No/)
    assert.match(said, /term +Term to correct expired: 19 Mar 2026, 00:00/)
    assert.match(said, /13 Mar 2026, 08:00 +A reminder was sent \(answer\)/)
    assert.match(said, /documents +filing, receipt/)
    assert.notInclude(said, 'catalogue.')
  })

  test('run gives the same as JSON, for programs', async ({ assert }) => {
    const { exitCode, said } = await typed(ProcedureRun, on([copy.slug, 'granted', '--json']))
    assert.equal(exitCode, 0)
    const simulation = JSON.parse(said)
    assert.equal(simulation.outcome, 'granted')
    assert.equal(simulation.timeline[0].event.type, 'start')
    assert.isTrue(simulation.ended)
  })

  test('test tells which branches the cases take, and can ask for all of them', async ({ assert }) => {
    const all = await typed(ProcedureTest, on([copy.slug, '--coverage', '--min=100']))
    assert.equal(all.exitCode, 0)
    assert.match(all.said, /40 of 40 branches \(100 %\)/)
    await copy.take('scenarios/withdrawal_of_general_interest.json')
    const fewer = await typed(ProcedureTest, on([copy.slug, '--coverage', '--min=100']))
    assert.equal(fewer.exitCode, 1)
    assert.match(fewer.said, /✗ 0 cases +withdrawn_to_\w+ +At “Does the procedure end\?”/)
    assert.match(fewer.said, /To take it: a case with the step \{"task":"accept_withdrawal"/)
    assert.match(fewer.said, /9\d % of its branches are taken, fewer than 100 %/)
  })

  test('test gives the coverage as JSON, for programs', async ({ assert }) => {
    const [found] = JSON.parse((await typed(ProcedureTest, on([copy.slug, '--json']))).said)
    assert.deepInclude(found, { slug: copy.slug, passed: true })
    assert.equal(found.coverage.percent, 100)
  })

  test('run names the scenarios when it is given none, and fails on one that is not there', async ({
    assert,
  }) => {
    assert.include((await typed(ProcedureRun, on([copy.slug]))).said, 'granted')
    const unknown = await typed(ProcedureRun, on([copy.slug, 'nope']))
    assert.equal(unknown.exitCode, 1)
    assert.include(unknown.said, 'There is no scenario “nope”')
  })

  test('list shows each procedure, and fails where one does not compile', async ({ assert }) => {
    assert.equal((await typed(ProcedureList, on())).exitCode, 0)
    await copy.change('procedure.json', () => '{}')
    assert.equal((await typed(ProcedureList, on())).exitCode, 1)
  })

  for (const [name, Command] of Object.entries(COMMANDS))
    test(`${name} fails and says so where there is no such procedure`, async ({ assert }) => {
      const { exitCode, said } = await typed(Command, on(['no-such-thing']))
      assert.equal(exitCode, 1)
      assert.include(said, 'no-such-thing')
    })
})
