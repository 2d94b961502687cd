import type { MessageData } from '#engine/elements/shared/message'
import type { SignalData } from '#engine/elements/shared/signal'
import type { Beginning, Graph, Node, Occurrences } from '#engine/graph'

type Starts = ReadonlyMap<string | null, string[]>
type Nodes = ReadonlyMap<string, Node>

/** What the process begins by, and where a filing begins: at the plain start event, or the first there is. */
export function beginningsOf(nodes: Nodes, starts: Starts): Pick<Graph, 'start' | 'starts'> {
  const all = (starts.get(null) ?? []).flatMap((id) => nodes.get(id) ?? []).map(beginningOf)
  const plain = all.find(({ by }) => by === 'filing') ?? all[0]
  return { start: plain?.element ?? '', starts: all }
}

function beginningOf({ id: element, kind, data }: Node): Beginning {
  switch (kind) {
    case 'message_start':
      return { element, by: 'message', message: (data as MessageData).message }
    case 'signal_start':
      return { element, by: 'signal', signal: (data as SignalData).signal }
    case 'timer_start': {
      const { due, again } = data as Occurrences
      return { element, by: 'timer', due, again }
    }
    default:
      return { element, by: 'filing' }
  }
}

/** The start events of the event subprocesses of each scope; '' is the process. */
export function eventsOf(nodes: Nodes, starts: Starts): Graph['events'] {
  const events: Graph['events'] = {}
  for (const { id, kind, scope } of nodes.values()) {
    if (kind !== 'event_sub_process') continue
    events[scope ?? ''] = [...(events[scope ?? ''] ?? []), ...(starts.get(id) ?? [])]
  }
  return events
}
