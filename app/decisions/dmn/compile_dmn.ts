import type { Diagnostic } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { type DecisionSource, compileDecisions } from '#decisions/compile_decisions'
import type { CompiledDecisions } from '#decisions/compiled'
import { type DmnFile, readDmn } from '#decisions/dmn/read_dmn'
import { placeOf } from '#decisions/dmn/reading'

/** Reads a DMN file and compiles it; what is wrong is placed in the file: by element and line, not by pointer. */
export async function compileDmn(
  { file, xml }: DmnFile,
  how: Pick<DecisionSource, 'foreign'> = {}
): Promise<Result<CompiledDecisions, Diagnostic[]>> {
  const read = await readDmn({ file, xml })
  if (!read.ok) return read
  const placed = (found: Diagnostic[]) =>
    found.map(({ line: _, column: __, ...one }) => ({ ...one, pointer: '', ...placeOf(xml, one.element) }))
  const compiled = compileDecisions({ file, model: read.value.model, ...how })
  return compiled.ok
    ? ok({ ...compiled.value, warnings: [...read.value.warnings, ...placed(compiled.value.warnings)] })
    : err([...read.value.warnings, ...placed(compiled.error)])
}
