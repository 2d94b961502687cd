import { readFileSync, readdirSync } from 'node:fs'
import { Edge, edgeGlobals } from 'edge.js'
import { IntlMessageFormat } from 'intl-messageformat'

export const LANGUAGES = ['es', 'ca', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export const TOWNS = ['benialba', 'vilaserena', 'portclar'] as const
export type TownSlug = (typeof TOWNS)[number]

type Tree = { [key: string]: string | Tree }

/** Every text of a room's file, as `room.path.to.key`. */
export function texts(lang: Language, room: string): Map<string, string> {
  const flat = new Map<string, string>()
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree))
      if (typeof value === 'string') flat.set(`${path}.${key}`, value)
      else walk(value, `${path}.${key}`)
  }
  walk(JSON.parse(readFileSync(`resources/lang/${lang}/${room}.json`, 'utf8')), room)
  return flat
}

/** The rooms whose texts the views of the electronic office call. */
export const ROOMS = ['portal', 'filings', 'folder', 'payments', 'core'].filter((room) =>
  readdirSync('resources/lang/es').includes(`${room}.json`)
)

const kept = new Map<Language, Map<string, string>>()

/** The views' `t`, except that a missing text or parameter is an error here. */
function translator(lang: Language) {
  if (!kept.has(lang)) kept.set(lang, new Map(ROOMS.flatMap((room) => [...texts(lang, room)])))
  return (key: string, params: Record<string, string | number> = {}) => {
    const message = kept.get(lang)?.get(key)
    if (message === undefined) throw new Error(`no text ${key} in ${lang}`)
    return String(new IntlMessageFormat(message, lang, undefined, { ignoreTag: true }).format(params))
  }
}

/** The town as the request hands it to the views: its row, with its settings spread over it. */
export function town(slug: TownSlug, lang: Language) {
  const { settings, ...row } = JSON.parse(readFileSync(`resources/towns/${slug}.json`, 'utf8'))
  return {
    ...row,
    ...settings,
    timeZone: 'Europe/Madrid',
    languages: [...LANGUAGES],
    officeName: settings.officeName[lang],
  }
}

export interface Request {
  lang: Language
  town?: TownSlug | null
  user?: { name: string; organisation?: string } | null
  /** Where the built assets are; without it their source paths are shown. */
  asset?: (path: string) => string
  assetTags?: (entries: string[]) => string[]
}

/** Renders a view as a request would, with sample data for the page itself. */
export async function render(view: string, data: object, request: Request): Promise<string> {
  const { lang } = request
  const edge = Edge.create({ cache: false })
  edge.mount(new URL('../../../../resources/views', import.meta.url))
  const asset = request.asset ?? ((path: string) => `/assets/${path.split('/').pop()}`)
  const tags = request.assetTags ?? (() => [])
  edge.registerTag({
    tagName: 'vite',
    seekable: true,
    block: false,
    compile(parser, buffer, { filename, loc, properties }) {
      const entries = parser.utils.stringify(
        parser.utils.transformAst(parser.utils.generateAST(properties.jsArg, loc, filename), filename, parser)
      )
      buffer.outputExpression(`state.viteTags(${entries}).join('')`, filename, loc.start.line, false)
    },
  })
  const shared = {
    lang,
    htmlLang: { es: 'es', ca: 'ca-valencia', en: 'en-GB' }[lang],
    t: translator(lang),
    town: request.town === null ? null : town(request.town ?? 'vilaserena', lang),
    user: request.user ?? null,
    now: '2026-03-12T08:41:07.000Z',
    officialDate: new Date('2026-03-12T08:41:07Z').toLocaleDateString(lang, {
      timeZone: 'Europe/Madrid',
      dateStyle: 'full',
    }),
    officialTime: '9:41:07',
    languageUrl: (language: string) => `?lang=${language}`,
    csrfToken: 'token',
    csrfField: () => edgeGlobals.html.safe('<input type="hidden" name="_csrf" value="token">'),
    cspNonce: 'nonce',
    asset,
    viteTags: tags,
  }
  return edge.createRenderer().share(shared).render(view, data)
}
