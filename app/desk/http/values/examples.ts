import { feeOf } from '#catalogue/index'
import { ALWAYS, carry } from '#catalogue/queries/seams'
import type { CompiledProcedure, Scenario, TownValues } from '#catalogue/types'
import { figuresOf } from '#core/locale'
import { type Assessment, feeRows } from '#fees/index'
import type { Example } from '#desk/domain/values_page'
import type { Speech } from '#desk/http/speech'

const MOST = 2

/** The values with what begins on a day holding on every other as well, so that a case of any day shows it. */
function ever(values: TownValues, name: string, day: string): TownValues {
  const only = <T extends { from: string }>(all: Record<string, T[]> | undefined) => {
    const one = all?.[name]?.find(({ from }) => from === day)
    return one ? { ...all, [name]: [{ ...one, from: ALWAYS }] } : all
  }
  return { ...values, tables: only(values.tables), values: only(values.values) }
}

const reckon = (procedure: CompiledProcedure, { answers, at }: Scenario): Assessment | null => {
  const fee = feeOf(procedure, answers, at.slice(0, 10))
  return fee.ok ? fee.value : null
}

/** What golden cases of the procedure come to by what stands, and by what is about to. Those that change come first. */
export function examplesOf(
  latest: CompiledProcedure,
  standing: TownValues,
  ahead: { values: TownValues; name: string; day: string },
  { lang, t, of }: Speech
): Example[] {
  const before = carry(latest, standing)
  const after = carry(latest, ever(ahead.values, ahead.name, ahead.day))
  if (!before.ok || !after.ok) return []
  const figures = figuresOf(lang)
  const { money } = figures
  const found = Object.values(latest.scenarios)
    .flatMap((scenario) => {
      const [was, is] = [reckon(before.value, scenario), reckon(after.value, scenario)]
      return is ? [{ scenario, was, is, moves: was?.total !== is.total }] : []
    })
    .sort((a, b) => Number(b.moves) - Number(a.moves))
  const totals = new Set<string>()
  const told = found.filter(({ is }) => !totals.has(is.total) && totals.add(is.total))
  return told.slice(0, MOST).map(({ scenario, was, is }) => ({
    title: scenario.title[lang] ?? Object.values(scenario.title)[0] ?? '',
    before: was ? money(was.total) : '—',
    after: money(is.total),
    lines: feeRows(is, { label: (id) => of(latest, `fees.steps.${id}`) ?? id, ...figures, t }).lines.map(
      ({ label, reckoned, amount }) => ({ label, reckoned, amount })
    ),
  }))
}
