import { type Command, type Graph, type Modification, type State, advance } from '#engine/index'

/** What would come of moving a case by hand, element by element. */
export interface ModificationAhead {
  /** What is given up: what was open or waited. */
  givenUp: string[]
  /** The calls among it, by their keys: what they had called ends, too. */
  calls: string[]
  /** What people get to do, and with which role. */
  tasks: { element: string; role: string }[]
  /** What the house does, calls or begins to wait for. */
  works: string[]
  incidents: { element: string; code: string }[]
  ends: boolean
  outcome: string | null
}

const WORKS = ['activity', 'timer', 'subscribe', 'listen', 'call', 'offer', 'send', 'signal']

/** Plays a modification on a case as it stands, and changes nothing. */
export function modificationAhead(
  graph: Graph,
  state: State,
  modification: Modification,
  { at, timeZone }: { at: Date; timeZone: string }
): ModificationAhead {
  const event = { type: 'modify' as const, at: at.toISOString(), timeZone, ...modification }
  const { state: after, commands } = advance(graph, state, event)
  const lives = (key: string) => key in after.tokens
  const gone = Object.entries(state.tokens).filter(
    ([key, { host, incident }]) => !lives(key) && (host === undefined || incident)
  )
  return {
    givenUp: gone.map(([, { element }]) => element),
    calls: gone.flatMap(([key, { waits }]) => (waits === 'call' ? [key] : [])),
    tasks: commands.flatMap((one) =>
      one.type === 'task' && lives(one.key) ? [{ element: one.element, role: one.role }] : []
    ),
    works: commands.flatMap((one) =>
      WORKS.includes(one.type) && 'element' in one && !watches(after, one) ? [one.element] : []
    ),
    incidents: commands.flatMap((one) =>
      one.type === 'incident' ? [{ element: one.element, code: one.code }] : []
    ),
    ends: after.status === 'ended',
    outcome: after.outcome,
  }
}

/** What only watches something else (a term of a task, say) is of that, and not told apart. */
const watches = ({ tokens }: State, command: Command) =>
  'key' in command && tokens[command.key]?.host !== undefined
