/** What stands behind `node ace` for whoever types it, by what it needs. The README tells of each. */
export const COMMANDS = {
  /** Of authors, and of those who look around or for a fault: no house. */
  alone: [
    'list',
    'help',
    'procedure:lint',
    'procedure:test',
    'procedure:run',
    'procedure:list',
    'expression:run',
    'expression:test',
    'decision:lint',
    'decision:run',
    'decision:convert',
    'decision:conformance',
    'doctor',
  ],
  /** A house that runs, or the addresses of its database. */
  beside: [
    'verify',
    'worker',
    'town:found',
    'town:host',
    'town:seal',
    'town:offer',
    'town:withdraw',
    'town:values',
    'town:licence',
    'town:calendar',
    'case:migrate',
    'cases:incidents',
    'cases:retry',
    'cases:message',
    'town:seat',
    'town:name-holder',
    'town:name-technician',
    'officer:hire',
    'officer:list',
    'officer:change',
    'officer:dismiss',
  ],
}

/** What the bootstrap itself runs, at the right moment and with the right role: on no list. */
export const OF_THE_BOOTSTRAP = ['migration:run', 'serve', 'demo:seed', 'house:restored']

/** Whether somebody may type it. What begins with a dash (or nothing) asks for the list. */
export const isOffered = (command = 'list') =>
  command.startsWith('-') || Object.values(COMMANDS).flat().includes(command)

/** Whether it does its work without a house. */
export const standsAlone = (command = 'list') => command.startsWith('-') || COMMANDS.alone.includes(command)
