import { mostMemory } from '#tests/support/most_memory'
import { type DecisionModel, compileDecisions, decide, readDmn } from '#decisions/index'
import { toJson } from '#expressions/index'

/** A model, in JSON or XML, and the decision of it that is asked for. */
export interface Hostile {
  model?: DecisionModel
  xml?: string
  decision?: string
}

export interface Heard {
  codes: string[]
  milliseconds: number
  megabytes: number
}

async function codesOf({ model, xml, decision }: Hostile): Promise<string[]> {
  const read = xml === undefined ? null : await readDmn({ file: 'a.dmn', xml })
  if (read && !read.ok) return read.error.map(({ code }) => code)
  const source = read?.ok ? read.value.model : model
  const compiled = source && compileDecisions({ file: 'a.json', model: source })
  if (!compiled?.ok) return compiled?.error.map(({ code }) => code) ?? []
  const codes = compiled.value.warnings.map(({ code }) => code)
  if (decision === undefined) return codes
  const { value, faults } = decide(compiled.value, decision, {})
  JSON.stringify(toJson(value))
  return [...codes, ...faults.map(({ code }) => code)]
}

/** A process of its own for models that want its time and its memory: what each took of the processor, and the most memory so far. */
process.on('message', (one: Hostile) => {
  void (async () => {
    const before = process.cpuUsage()
    const codes = [...new Set(await codesOf(one))]
    const { user, system } = process.cpuUsage(before)
    const megabytes = mostMemory()
    process.send?.({ codes, milliseconds: (user + system) / 1000, megabytes } satisfies Heard)
  })()
})
