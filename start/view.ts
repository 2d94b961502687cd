import edge from 'edge.js'

/** What every view may call, whatever page it is on. */
edge.global('json', (value: unknown) => JSON.stringify(value))
