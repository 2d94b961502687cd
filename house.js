/**
 * The plan of the house, as data: the floors from the ground up, the rooms of each, what a room shows its
 * neighbours, and which rooms it may use. The linter, the architecture tests and the picture in the README
 * are made from this table, so that none of them can disagree with it.
 *
 * A room uses rooms of lower floors only. `beside` names exceptions on its own floor. `inside` names what stands
 * in a room beside what stands in any.
 */

/** What a room shows unless it says otherwise. All else in it is its own business. */
const SHOWN = ['actions', 'queries', 'events', 'types', 'errors']

export const floors = [
  {
    name: 'ground',
    rooms: {
      core: {
        keeps: 'results, ids, time, digests, the gate; no word of the domain',
        shows: '*',
        inside: ['http', 'jobs', 'link', 'threads'],
      },
      tenancy: {
        keeps: 'towns, hosts, bodies, units, calendars; the transaction of a town',
        shows: [
          ...SHOWN,
          'domain/closed_days',
          'domain/town_calendars',
          'town_transaction',
          'insert_rows',
          'row_digest',
        ],
        inside: ['tenant_adapter', 'town_pool'],
        beside: ['core'],
        uses: ['deadlines'],
      },
      audit: { keeps: 'who did what to what, chained', beside: ['core', 'tenancy'] },
      identity: {
        keeps: 'persons and officers, and how they sign in',
        shows: [
          ...SHOWN,
          'contract',
          'http/session_of',
          'http/browser_cookie',
          'http/citizen_middleware',
          'domain/return_path',
        ],
        beside: ['core', 'tenancy', 'audit'],
      },
    },
  },
  {
    name: 'instruments, lower step',
    pure: true,
    rooms: {
      expressions: {
        keeps: 'FEEL on decimals',
        shows: ['index'],
        inside: ['builtins', 'check', 'evaluate', 'parse', 'regex', 'values'],
      },
      deadlines: {
        keeps: 'terms, working days, closed days',
        shows: ['index'],
        inside: ['counts', 'list'],
      },
    },
  },
  {
    name: 'instruments, middle step',
    pure: true,
    rooms: {
      decisions: {
        keeps: 'decision tables and models of DMN, and what they decide',
        shows: ['index'],
        inside: ['check', 'compile', 'conformance', 'decide', 'dmn'],
      },
    },
  },
  {
    name: 'instruments, upper step',
    pure: true,
    rooms: {
      forms: {
        keeps: 'the form dialect, its kinds, decoding and validation',
        shows: ['index', 'view', 'render'],
        inside: ['answers', 'checks', 'compile', 'kinds', 'validate'],
      },
      fees: {
        keeps: 'dated rates, and what is due by them, line by line',
        shows: ['index'],
        inside: ['assess', 'compile'],
      },
      engine: {
        keeps: 'BPMN compiled to a graph, and the one pure step',
        shows: ['index'],
        inside: ['checks', 'elements', 'reading', 'runtime'],
      },
    },
  },
  {
    name: 'offices',
    rooms: {
      documents: {
        keeps: 'documents, their digests, codes, seal and bytes',
        shows: [...SHOWN, 'index', 'rows', 'http/read_multipart', 'http/send_document', 'http/show_document'],
        inside: ['pdf', 'seal', 'stamp', 'template'],
      },
      registry: {
        keeps: 'the incoming and outgoing books, and that of resolutions',
        shows: [...SHOWN, 'domain/plan_entry', 'domain/book_words'],
        beside: ['documents'],
      },
      notifications: {
        keeps: 'formal notifications and courtesy notices',
        shows: [...SHOWN, 'domain/letterhead', 'domain/term_to_open'],
        beside: ['documents'],
      },
      signatures: {
        keeps: 'documents that people sign: circuits, signatures, refusals',
        shows: [...SHOWN, 'contract'],
        beside: ['documents'],
      },
      payments: {
        keeps: 'payment orders, attempts, settlements, refunds',
        shows: [...SHOWN, 'contract', 'domain/cents', 'domain/term'],
        beside: ['documents'],
      },
      exchange: {
        keeps: 'what the town asks of other administrations and of its own back offices',
        shows: [...SHOWN, 'contract', 'index'],
      },
    },
  },
  {
    name: 'procedure',
    rooms: {
      catalogue: {
        keeps: 'procedures as documents, compiled, and what a town offers',
        shows: [...SHOWN, 'index', 'domain/migration/index', 'domain/vocabulary'],
        inside: ['apart', 'compiled_cache'],
      },
      cases: {
        keeps: 'case files, tasks, activities, the worker',
        shows: [...SHOWN, 'domain/document_context', 'domain/plan_case'],
        beside: ['catalogue'],
        inside: ['activities'],
      },
      filings: {
        keeps: 'drafts, the road of a filing, the registrar',
        shows: [...SHOWN, 'domain/follow_up_code', 'http/held_codes'],
        beside: ['catalogue', 'cases'],
        inside: ['registrar', 'receipts', 'chance'],
      },
    },
  },
  {
    name: 'windows',
    rooms: {
      portal: { keeps: 'the electronic office: catalogue, sheets, filing, verification' },
      folder: { keeps: 'the citizen folder' },
      desk: { keeps: 'the employees’ side' },
    },
  },
]

/** `{ room: { floor, pure, keeps, shows, inside, mayUse } }` for every room. */
export const rooms = (() => {
  const below = []
  const plan = {}
  for (const floor of floors) {
    for (const [name, room] of Object.entries(floor.rooms)) {
      const allowed = floor.pure ? below.filter((other) => other === 'core' || plan[other].pure) : below
      plan[name] = {
        floor: floor.name,
        pure: floor.pure ?? false,
        keeps: room.keeps,
        shows: room.shows ?? SHOWN,
        inside: room.inside ?? [],
        mayUse: [...new Set([...allowed, ...(room.beside ?? []), ...(room.uses ?? [])])],
      }
    }
    below.push(...Object.keys(floor.rooms))
  }
  return plan
})()

/** The folders that any room may have. */
export const FOLDERS = [
  'actions',
  'queries',
  'domain',
  'models',
  'http',
  'jobs',
  'listeners',
  'commands',
  'drivers',
]

/** What may stand directly in any room; `core` and the pure rooms may keep more. */
export const FILES = ['routes', 'types', 'events', 'errors', 'provider', 'index', 'rows']

/** Within a room each folder builds on those before it; the last are its doors, which no other folder opens. */
export const STEPS = [
  ['domain'],
  ['models'],
  ['queries'],
  ['actions'],
  ['http', 'jobs', 'listeners', 'commands'],
]

/** What decides, and what opens: nothing that comes before calls it, in whichever room it stands. */
export const ABOVE = (folder) => {
  const at = STEPS.findIndex((step) => step.includes(folder))
  const actions = STEPS.findIndex((step) => step.includes('actions'))
  return at < 0 ? [] : STEPS.slice(Math.max(at + 1, actions)).flat()
}

/** Pure in every room: the same input always gives the same output. Time, ids and chance are handed in. */
export const PURE_FOLDERS = ['domain']

/** What has such a name gives something else each time. */
export const CHANCE = '^(?:new[A-Z]|uuidv7|risingUuidv7)'

/** What pages (`resources/js`) know beside the pure rooms, as types: what is handed to them. */
export const PAGES_KNOW = ['core', ...Object.keys(floors.find(({ name }) => name === 'windows').rooms)]
