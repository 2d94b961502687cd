import { retimed, type Retiming } from '#cases/domain/migration/retimed'
import type { Move, Route } from '#cases/domain/migration/types'
import type { OpenTask, Waits } from '#cases/domain/migration/waits'
import type { Command } from '#engine/index'

/** The orders among commands for what waits already: they are told anew, under the key that they have. */
export function toldAnew(commands: Command[], { tasks, timers }: Waits): Command[] {
  const known = new Set([...tasks, ...timers].map(({ key }) => key))
  return commands.filter((one) => 'key' in one && known.has(one.key) && one.type !== 'cancel')
}

/** What goes on waiting, under the names that it has in the other version; what is told anew is as it is told. */
export function carriedWaits(
  { tasks, timers, activities, incidents }: Waits,
  { planned, route, anew }: { planned: Move; route: Route; anew: Command[] },
  retiming: Omit<Retiming, 'plan'>
) {
  const place = new Map(planned.kept.map(({ key, to }) => [key, to]))
  const on = <One extends { key: string }, Carried>(
    all: One[],
    carry: (one: One, element: string) => Carried
  ) =>
    all.flatMap((one) => {
      const element = place.get(one.key)
      return element === undefined ? [] : [carry(one, element)]
    })
  const told = <Type extends Command['type']>(type: Type, key: string) =>
    anew.find(
      (one): one is Extract<Command, { type: Type; key: string }> =>
        one.type === type && 'key' in one && one.key === key
    )
  return {
    tasks: on(tasks, (task, element): OpenTask => {
      const order = told('task', task.key)
      const role = route.to.graph.nodes[element]?.role ?? task.role
      if (!order) return { ...task, element, role }
      return { ...task, element, role, form: order.form, initialAnswers: order.variables ?? null }
    }),
    timers: on(timers, (timer, element) => {
      const order = told('timer', timer.key)
      if (order) return retimed(timer, order, { plan: route.plan, ...retiming })
      return { ...timer, name: element, input: { ...timer.input, element } }
    }),
    activities: on(activities, (job, element) =>
      'element' in job.input ? { ...job, input: { ...job.input, element } } : job
    ),
    incidents: on(
      incidents.map((key) => ({ key })),
      ({ key }, element) => ({ key, element })
    ),
  }
}
