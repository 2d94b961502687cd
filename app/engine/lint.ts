import type { Diagnostic } from '#core/diagnostic'
import { compileDefinitions } from '#engine/compile_process'
import type { BpmnElement } from '#engine/reading/bpmn'
import type { Known } from '#engine/reading/known'
import { Report } from '#engine/reading/report'

/** The part of a linter's interface that a rule needs: what `bpmnlint` hands it. */
interface Reporter {
  report(id: string, message: string): void
}

export interface LintRule {
  check(element: BpmnElement, reporter: Reporter): void
}

/** What `bpmnlint` needs to lint with the checks of the compiler: `new Linter(lintRules(...))`. */
export interface LintRules {
  config: { rules: Record<string, 'error' | 'warn'> }
  resolver: { resolveRule(pkg: string, name: string): () => LintRule; resolveConfig(): never }
}

/**
 * The checks of the compiler as rules for `bpmnlint`, so that an editor says while one draws what publishing
 * would say: the same codes, one rule for each of `codes` (`finestra/join-never-fires`) and one for all others, those of
 * expressions and terms (`finestra/other`). `say` puts a diagnostic into words.
 */
export function lintRules({
  codes,
  known,
  say,
}: {
  codes: readonly string[]
  known: Known
  say(diagnostic: Diagnostic): string
}): LintRules {
  const names = new Map(codes.map((code) => [nameOf(code), code]))
  const found = new WeakMap<BpmnElement, Diagnostic[]>()
  const diagnose = (definitions: BpmnElement): Diagnostic[] => {
    // each rule asks about the same drawing: it is compiled once
    const before = found.get(definitions)
    if (before) return before
    const out = new Report('', '')
    compileDefinitions(definitions, known, out)
    found.set(definitions, out.diagnostics)
    return out.diagnostics
  }
  const ruleOf = (matches: (code: string) => boolean): LintRule => ({
    check(definitions, reporter) {
      if (definitions.$type !== 'bpmn:Definitions') return
      for (const diagnostic of diagnose(definitions))
        if (matches(diagnostic.code))
          reporter.report(diagnostic.element ?? definitions.id ?? '', say(diagnostic))
    },
  })
  return {
    config: {
      rules: Object.fromEntries(
        [...names.keys(), OTHER].map((name) => [`finestra/${name}`, WARNINGS.has(name) ? 'warn' : 'error'])
      ),
    },
    resolver: {
      resolveRule: (_pkg, name) => () =>
        name === OTHER
          ? ruleOf((code) => !names.has(nameOf(code)))
          : ruleOf((code) => code === names.get(name)),
      resolveConfig: () => {
        throw new Error('there are no other configurations')
      },
    },
  }
}

const OTHER = 'other'
const nameOf = (code: string): string => code.toLowerCase().replaceAll('_', '-')

/** What can be published, though its author should look at it. */
const WARNINGS = new Set(
  [
    'GATEWAY_WITHOUT_DEFAULT',
    'ESCALATION_UNHEARD',
    'JOIN_MAY_WAIT',
    'JOINS_UNPLAYED',
    'JOINS_MAY_BLOCK',
    'COMPENSATION_EMPTY',
    'HANDLER_UNUSED',
    'EXTENSION_INFORMATIVE',
    'OUTPUT_UNTYPED',
  ].map(nameOf)
)
