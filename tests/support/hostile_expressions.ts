import { compileExpression, evaluate, scopeFrom, toJson } from '#expressions/index'

/** A process of its own for expressions that want its time and its memory: tells what each took, and how much in all. */
process.on('message', (sources: string[]) => {
  const told = sources.map((source) => {
    const from = performance.now()
    const compiled = compileExpression(source)
    const codes = compiled.ok ? [] : compiled.error.map(({ code }) => code)
    if (compiled.ok) {
      const { value, warnings } = evaluate(compiled.value, scopeFrom({ list: [1, 2] }))
      codes.push(...warnings.map(({ code }) => code))
      JSON.stringify(toJson(value))
    }
    return { codes, milliseconds: performance.now() - from }
  })
  process.send?.({ told, megabytes: process.resourceUsage().maxRSS / 1000 })
  process.disconnect()
})
