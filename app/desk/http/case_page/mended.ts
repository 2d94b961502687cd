import type { CompiledProcedure } from '#catalogue/types'
import { variableName } from '#catalogue/index'
import type { Json } from '#core/json'
import type { Speech } from '#desk/http/speech'

/** What an administrator mended of what a case knows: what it is now, and what it was. Older lines kept the names only. */
export function mendedWords(
  variables: Json | undefined,
  { procedure, speech }: { procedure: CompiledProcedure; speech: Speech }
): string[] {
  if (typeof variables !== 'object' || variables === null) return []
  const { lang, t } = speech
  const name = (variable: string) => variableName({ procedure, lang, t }, variable)
  if (Array.isArray(variables)) return variables.map((variable) => name(String(variable)))
  return Object.entries(variables as Record<string, { before: Json; after: Json }>).map(
    ([variable, { before, after }]) =>
      t('desk.history.moved', { name: name(variable), to: written(after, t), from: written(before, t) })
  )
}

const written = (value: Json, t: Speech['t']): string => {
  if (value === null) return t('catalogue.conditions.nothing')
  if (typeof value === 'boolean') return t(`catalogue.conditions.${value ? 'yes' : 'no'}`)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
