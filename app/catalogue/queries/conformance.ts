import { readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { type Outcome, REFUSED } from '#decisions/index'
import { modelApart } from '#catalogue/apart/model_apart'

/** How one model of a conformance suite came out; `refused`: the code of what is not carried out, by its name. */
export interface CaseReport {
  name: string
  as: 'passed' | 'failed' | 'refused'
  outcomes: Outcome[]
  /** Why it was not even compiled. */
  refused: string | null
}

const TEST = /-test-.*\.xml$/

/** Every folder of a suite laid out as the public one: `<level>/<case>/<case>.dmn` beside `*-test-*.xml`. */
export async function* conformance(folder: string): AsyncGenerator<CaseReport> {
  const paths = await readdir(folder, { recursive: true }).catch(() => [])
  const tests = Map.groupBy(paths.filter((path) => TEST.test(path)).sort(), dirname)
  for (const [place, files] of [...tests].sort(([a], [b]) => (a < b ? -1 : 1)))
    yield await caseOf(
      folder,
      join(folder, place),
      files.map((file) => join(folder, file))
    )
}

async function caseOf(root: string, folder: string, files: readonly string[]): Promise<CaseReport> {
  const report: CaseReport = { name: relative(root, folder), as: 'passed', outcomes: [], refused: null }
  for (const file of files) {
    const cases = await modelApart('cases', file)
    const judged = cases.ok ? await modelApart('judge', join(folder, cases.value.model), cases.value) : cases
    if (judged.ok) report.outcomes.push(...judged.value)
    else {
      const codes = judged.error.filter(({ severity }) => severity === 'error').map(({ code }) => code)
      report.refused = codes.find((code) => code in REFUSED) ?? codes[0] ?? ''
    }
  }
  const has = (as: Outcome['as']) => report.outcomes.some((outcome) => outcome.as === as)
  const foreign = report.refused !== null && !(report.refused in REFUSED)
  report.as =
    foreign || has('failed') ? 'failed' : report.refused !== null || has('refused') ? 'refused' : 'passed'
  return report
}
