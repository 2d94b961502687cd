import { mostMemory } from '#tests/support/most_memory'
import { compileExpression, evaluate, scopeFrom, toJson } from '#expressions/index'

/** A process of its own for expressions that want its time and its memory: tells what each took, and how much in all. */
process.on('message', (sources: string[]) => {
  const told = sources.map((source) => {
    const from = process.cpuUsage()
    const compiled = compileExpression(source)
    const codes = compiled.ok ? [] : compiled.error.map(({ code }) => code)
    if (compiled.ok) {
      const { value, warnings } = evaluate(compiled.value, scopeFrom({ list: [1, 2] }))
      codes.push(...warnings.map(({ code }) => code))
      JSON.stringify(toJson(value))
    }
    // what it costs, not what others beside it cost
    const { user, system } = process.cpuUsage(from)
    return { codes, milliseconds: (user + system) / 1000 }
  })
  process.send?.({ told, megabytes: mostMemory() })
  process.disconnect()
})
