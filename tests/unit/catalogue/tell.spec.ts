import { test } from '@japa/runner'
import { compile, tellDiagnostic, tellFindings, tellTrial, tryScenarios } from '#catalogue/index'
import { problem } from '#core/diagnostic'
import { calendar } from '../../catalogue/calendar.js'
import { smallProcedure } from '../../catalogue/small_procedure.js'

const translate = (id: string) => (id.startsWith('engine.') ? null : `<${id}>`)
const place = { pack: 'small', slug: 'small', packFile: 'pack.json', folder: '.' }

test.group('What lint says', () => {
  test('is where it is, what is wrong, and what to do', ({ assert }) => {
    const found = problem('JSON_SYNTAX', { file: 'procedure.json', line: 3, column: 7 })
    assert.deepEqual(tellDiagnostic(found, translate), [
      '✗ procedure.json:3:7',
      '    <catalogue.diagnostics.JSON_SYNTAX.problem>',
      '    <catalogue.diagnostics.JSON_SYNTAX.remedy>',
    ])
  })

  test('is one line for a sound procedure', async ({ assert }) => {
    const compiled = await compile(smallProcedure())
    if (!compiled.ok) return assert.fail(JSON.stringify(compiled.error))
    const finding = { place, procedure: compiled.value, diagnostics: compiled.value.warnings }
    assert.deepEqual(tellFindings([finding], translate), ['✓ small/small'])
  })
})

test.group('What a trial says', () => {
  test('warns of each case whose terms go through a year that the calendar lacks', async ({ assert }) => {
    const compiled = await compile(smallProcedure())
    if (!compiled.ok) return assert.fail(JSON.stringify(compiled.error))
    const told = (years: number[]) =>
      tellTrial(tryScenarios(compiled.value, { calendar: { ...calendar, years } }), translate)
    assert.notInclude(told(calendar.years).join(), 'unloaded')
    assert.includeMembers(told([]), ['    ! <catalogue.report.unloaded>'])
  })
})
