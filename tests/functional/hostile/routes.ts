import router from '@adonisjs/core/services/router'

export interface Route {
  pattern: string
  method: string
  /** The names of its parameters. */
  params: string[]
}

/** Every route of the house, as the router knows it: a new one is covered by being there. */
export function everyRoute(): Route[] {
  const routes = Object.values(router.toJSON()).flat()
  if (routes.length === 0) throw new Error('the routes are known once the server listens, not before')
  return routes.flatMap(({ pattern, methods }) =>
    methods
      .filter((method) => method !== 'HEAD')
      .map((method) => ({
        pattern,
        method,
        params: [...pattern.matchAll(/:(\w+)\??/g)].map(([, name]) => name as string),
      }))
  )
}

export const isDesk = ({ pattern }: Route) => pattern.startsWith('/desk')

/** The address of a route with its parameters filled in, as they are: nothing is encoded. */
export const addressOf = ({ pattern }: Route, given: Record<string, string>) =>
  pattern.replace(/:(\w+)\??/g, (_, name: string) => given[name] ?? 'x')
