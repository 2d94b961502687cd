import type { CompiledDecisions, CompiledInputData } from '#decisions/compiled'

/** The inputs that a decision or a service is made from, by itself or through what it requires. */
export function inputsOf(
  { inputs, decisions, services }: CompiledDecisions,
  name: string
): CompiledInputData[] {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]))
  const service = services.find((one) => one.name === name)
  const needed = new Set(
    service ? service.given : decisions.filter((one) => one.name === name).map(({ id }) => id)
  )
  for (const id of needed) for (const read of byId.get(id)?.reads ?? []) needed.add(read)
  return inputs.filter(({ id }) => needed.has(id))
}

/** A name as variables are written: `the Zone` is `the_Zone`, `Número` is `numero`. */
export function identifierOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_]+/g, '_')
  return plain.charAt(0).toLowerCase() + plain.slice(1)
}
