import { type Diagnostic, problem } from '#core/diagnostic'
import type { Json } from '#core/json'
import { type Result, err, ok } from '#core/result'
import { parseAs } from '#catalogue/domain/parse_as'
import {
  type CaseFile,
  type CompiledDecisions,
  type Decided,
  type DecideOptions,
  type DecisionModel,
  type DmnRead,
  type Outcome,
  compileDecisions,
  compileDmn,
  decide,
  judge,
  readCases,
  readDmn,
  writeDmn,
} from '#decisions/index'
import { toJson } from '#expressions/index'

/** A file of DMN, or of a model as JSON by its schema. */
export interface ModelFile {
  file: string
  text: string
}

/** What was decided, as plain data. */
export type Told = Omit<Decided, 'value'> & { name: string; value: Json }

type Worked<Value> = Promise<Result<Value, Diagnostic[]>>

const isDmn = ({ file }: ModelFile): boolean => !file.endsWith('.json')

async function read({ file, text }: ModelFile): Worked<DmnRead> {
  if (isDmn({ file, text })) return readDmn({ file, xml: text })
  const model = parseAs<DecisionModel>(file, text, 'decision')
  return model.ok ? ok({ model: model.value, warnings: [] }) : model
}

/** `foreign`: as another tool left it, whose types aren't judged. */
async function compiled(from: ModelFile, how: { foreign?: boolean } = {}): Worked<CompiledDecisions> {
  if (isDmn(from)) return compileDmn({ file: from.file, xml: from.text }, how)
  const model = await read(from)
  return model.ok ? compileDecisions({ file: from.file, model: model.value.model, ...how }) : model
}

/** What is done with models that others wrote: from plain data to plain data, for it is done in a thread of its own. */
export const MODEL_WORK = {
  async lint(from: ModelFile): Worked<{ decisions: number; warnings: Diagnostic[] }> {
    const made = await compiled(from)
    return made.ok ? ok({ decisions: made.value.decisions.length, warnings: made.value.warnings }) : made
  },

  async convert(from: ModelFile): Worked<{ text: string; warnings: Diagnostic[] }> {
    const made = await read(from)
    if (!made.ok) return made
    const { model, warnings } = made.value
    const json = () => `${JSON.stringify({ $schema: '/schemas/decision.json', ...model }, null, 2)}\n`
    return ok({ text: isDmn(from) ? json() : await writeDmn(model), warnings })
  },

  /** Without a name, all decisions. */
  async run(
    from: ModelFile,
    { name, given, ...options }: DecideOptions & { name?: string; given: Record<string, Json> }
  ): Worked<Told[]> {
    const made = await compiled(from)
    if (!made.ok) return made
    const names = name === undefined ? made.value.decisions.map((each) => each.name) : [name]
    return ok(
      names.map((each) => {
        const { value, ...decided } = decide(made.value, each, given, options)
        return { name: each, ...decided, value: toJson(value) }
      })
    )
  },

  async cases({ file, text }: ModelFile): Worked<CaseFile> {
    const cases = await readCases(text)
    return cases.ok ? cases : err([problem('DMN_UNREADABLE', { file, params: { detail: cases.error } })])
  },

  async judge(from: ModelFile, cases: CaseFile): Worked<Outcome[]> {
    const made = await compiled(from, { foreign: true })
    return made.ok ? ok(judge(made.value, cases)) : made
  },
}

export type ModelWork = typeof MODEL_WORK
export type Made<Work extends keyof ModelWork> =
  ReturnType<ModelWork[Work]> extends Worked<infer Value> ? Value : never
