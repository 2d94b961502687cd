import { compile } from '#catalogue/index'
import type { CompiledProcedure } from '#catalogue/types'
import { plant, smallProcedure } from './small_procedure.js'

/** A version of the small procedure, after what is done to its files. */
export async function version(
  change: (files: Map<string, string>) => void = () => {}
): Promise<CompiledProcedure> {
  const files = smallProcedure()
  change(files)
  const compiled = await compile(files)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
  return compiled.value
}

/** Replaces a part of its drawing, wherever it stands. */
export const redraw =
  (...changes: [from: string, to: string][]) =>
  (files: Map<string, string>): void => {
    const drawn = changes.reduce(
      (xml, [from, to]) => xml.replaceAll(from, to),
      files.get('process.bpmn') as string
    )
    files.set('process.bpmn', drawn)
  }

/** Sets a text in every language. */
export const say =
  (pointer: string, value: unknown) =>
  (files: Map<string, string>): void => {
    for (const language of ['es', 'ca', 'en']) plant(files, `texts/${language}.json`, pointer, value)
  }

/** The next version of its number, so that its digest is another whatever else is the same. */
export const numbered =
  (number: string, ...changes: ((files: Map<string, string>) => void)[]) =>
  (files: Map<string, string>): void => {
    plant(files, 'procedure.json', '/version', number)
    for (const change of changes) change(files)
  }
