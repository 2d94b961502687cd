import { test } from '@japa/runner'
import type { HistoryLine } from '#cases/queries/case_page'
import { stepData } from '#cases/domain/trace'
import { type CompiledProcedure, lint, simulate } from '#catalogue/index'
import { whysOf } from '#desk/http/case_page/why'
import type { Speech } from '#desk/http/speech'
import { calendar } from '../../catalogue/calendar.js'
import { CATALOGUE } from '../../catalogue/root.js'
import { taleOf } from '#tests/support/tale'

const procedures = (await lint(CATALOGUE)).flatMap(({ procedure }) => procedure ?? [])
const general = procedures.find(({ slug }) => slug === 'general-application') as CompiledProcedure

const linesOf = (procedure: CompiledProcedure, scenario: string): HistoryLine[] =>
  simulate(procedure, procedure.scenarios[scenario]!, { calendar }).timeline.flatMap((moment, index) =>
    moment.event.type === 'reminder'
      ? []
      : [
          {
            ...{ id: String(index).padStart(4, '0'), at: new Date(moment.at), kind: 'step', public: false },
            ...{ actorKind: 'officer', actorId: 'marc', actorName: 'Marc' },
            data: stepData(moment.event, moment.commands),
          },
        ]
  )

const tell = (
  procedure: CompiledProcedure,
  lines: HistoryLine[],
  procedureOf = (_: { id: string }) => procedure,
  filed: object | null = {}
) => {
  const { t } = taleOf(procedure, 'en')
  const moment = (at: Date) => ({ iso: at.toISOString(), text: at.toISOString().slice(0, 10) })
  const speech = { lang: 'en', t, moment } as unknown as Speech
  return whysOf(lines, { procedureOf, actorOf: ({ actorName }) => actorName ?? '', speech, filed })
}

test.group('Why, in words', () => {
  test('is what happened, what decided and what it saw, the element, the article and the version', ({
    assert,
  }) => {
    const lines = linesOf(general, 'silence_dismisses')
    const silence = lines.find(({ data }) =>
      String(data['event']).startsWith('done record_silence')
    ) as HistoryLine
    const told = new Map(
      tell(general, lines)(silence).map(({ label, lines: said }) => [label, said.join(' | ')])
    )
    assert.match(
      told.get('What happened') ?? '',
      /^It was filed \(Marc, .*\) \| Its time came: “.*” \(Marc, .*\)$/
    )
    assert.equal(told.get('Law'), 'Law 39/2015, art. 24.1')
    assert.equal(told.get('Version'), `general-application 1.0.0, digest ${general.digest.slice(0, 12)}`)
  })

  test('of a case that nobody filed begins with its opening ex officio (Law 39/2015, art. 58)', ({
    assert,
  }) => {
    const lines = linesOf(general, 'granted')
    const [first] = tell(general, lines, undefined, null)(lines[0]!)
    assert.match(first!.lines[0]!, /^It was opened ex officio \(Marc/)
  })

  test('is told of every step of every golden case, and no word is missing', ({ assert }) => {
    for (const procedure of procedures)
      for (const scenario of Object.keys(procedure.scenarios)) {
        const lines = linesOf(procedure, scenario)
        const why = tell(procedure, lines)
        for (const line of lines) {
          const said = why(line).flatMap((fact) => fact.lines)
          assert.isNotEmpty(said)
          assert.isEmpty(said.filter((text) => /catalogue\.|desk\.|undefined|\{/.test(text)))
        }
      }
  })

  test('of a case that changed its version is told from the version of then', ({ assert }) => {
    const lines = linesOf(general, 'correction_unanswered')
    const at = lines.findIndex(({ data }) => String(data['event']).startsWith('trigger correction_expired'))
    const newer: CompiledProcedure = { ...general, digest: 'f'.repeat(64) }
    const why = tell(general, lines, ({ id }) => (id < lines[at]!.id ? general : newer))
    const versionAt = (index: number) => why(lines[index]!).find(({ label }) => label === 'Version')?.lines[0]
    assert.include(versionAt(at - 1), general.digest.slice(0, 12))
    assert.include(versionAt(at), 'f'.repeat(12))
  })
})
