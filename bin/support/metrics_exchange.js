const PATIENCE_MS = 1000

/**
 * A scrape reaches one process of the house, and is told of all: whoever is asked asks here, each member tells what
 * it counted, and who is silent for a second is left out.
 */
export function metricsExchange() {
  const members = new Map()
  const open = new Map()

  const answer = (id) => {
    const { asker, counted, timer } = open.get(id)
    clearTimeout(timer)
    open.delete(id)
    if (asker.connected) asker.send({ metrics: 'all', id, counted })
  }

  const ask = (asker, id) => {
    const timer = setTimeout(() => answer(id), PATIENCE_MS)
    open.set(id, { asker, counted: {}, timer })
    for (const child of members.keys()) if (child.connected) child.send({ metrics: 'tell', id }, () => {})
  }

  const hear = (child, { metrics, id, families } = {}) => {
    if (metrics === 'ask') return ask(child, id)
    if (metrics !== 'told' || !open.has(id)) return
    const { counted } = open.get(id)
    counted[members.get(child)] = families
    if (Object.keys(counted).length === members.size) answer(id)
  }

  /** Lets a process take part under a name while it lives. */
  return function join(child, name) {
    members.set(child, name)
    child.on('message', (message) => hear(child, message))
    child.once('exit', () => members.delete(child))
    return child
  }
}
