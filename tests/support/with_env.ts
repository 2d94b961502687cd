import env from '#start/env'

type Settings = Partial<Record<Parameters<typeof env.set>[0], string | boolean | undefined>>

/** Where a setting was not given, it is so again: `env.set` would leave the text “undefined” in the environment. */
function put(name: string, value: unknown): void {
  env.set(name as keyof Settings, value as never)
  if (value === undefined) delete process.env[name]
}

/** Settings of the house, other ones than they are; answers how to have them again as they were. */
export function withEnv(settings: Settings): () => void {
  const before = Object.keys(settings).map((name) => [name, env.get(name as keyof Settings)] as const)
  for (const [name, value] of Object.entries(settings)) put(name, value)
  return () => before.forEach(([name, value]) => put(name, value))
}
