import type { Language } from './render.js'

/** A page of the office with the data that its view documents, as a controller would hand it over. */
export interface Sample {
  /** Names the sample; the part before a space is the view under `pages/`. */
  name: string
  data: object
  user?: boolean
  town?: null
}

const say = (lang: Language, es: string, ca: string, en: string) => ({ es, ca, en })[lang]

/** Sample data for every view, in the reader's language where the catalogue would give it so. */
export function samples(lang: Language): Sample[] {
  const title = say(lang, 'Instancia general', 'Instància general', 'General application')
  const summary = say(
    lang,
    'Presente una solicitud al Ayuntamiento cuando no exista un trámite específico para lo que necesita.',
    'Presenteu una sol·licitud a l’Ajuntament quan no hi haja un tràmit específic per al que necessiteu.',
    'File an application with the council when no specific procedure exists for what you need.'
  )
  const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
  const code = '0J8K-4T7Q-9XWB-M2VH-6Z3P-RCDN'
  const topics = [
    {
      name: say(lang, 'Atención ciudadana', 'Atenció ciutadana', 'Citizen services'),
      href: '/procedures?topic=citizens',
      count: 12,
      current: true,
    },
    {
      name: say(lang, 'Urbanismo y obras', 'Urbanisme i obres', 'Planning and building'),
      href: '/procedures?topic=planning',
      count: 1,
      current: false,
    },
    {
      name: say(lang, 'Tributos', 'Tributs', 'Taxes'),
      href: '/procedures?topic=taxes',
      count: 8,
      current: false,
    },
  ]
  const sheet = {
    title,
    purpose: summary,
    body: say(lang, 'Alcaldía', 'Alcaldia', 'Mayor'),
    unit: say(lang, 'Atención Ciudadana', 'Atenció Ciutadana', 'Citizen Services'),
    term: { amount: 3, unit: 'months' },
    silence: 'approves',
    silenceText: null,
    silenceArticle: say(
      lang,
      'Ley 39/2015, artículo 24.1',
      'Llei 39/2015, article 24.1',
      'Law 39/2015, article 24.1'
    ),
    cost: null,
    channels: ['electronic', 'in_person'],
    signIn: 'low',
    representation: true,
    who: [
      say(
        lang,
        'Cualquier persona, empresa o entidad.',
        'Qualsevol persona, empresa o entitat.',
        'Any person, company or body.'
      ),
    ],
    requirements: [
      say(
        lang,
        'Que no exista un trámite propio.',
        'Que no hi haja un tràmit propi.',
        'That no procedure of its own exists.'
      ),
    ],
    evidence: [
      {
        text: say(
          lang,
          'Documentos que apoyen su solicitud',
          'Documents que avalen la sol·licitud',
          'Documents that support your application'
        ),
        requirement: 'voluntary',
        obtainable: false,
      },
      {
        text: say(lang, 'Poder de representación', 'Poder de representació', 'Power of attorney'),
        requirement: 'conditional',
        obtainable: true,
      },
    ],
    steps: [
      say(
        lang,
        'Recibe un justificante con número y fecha de registro.',
        'Rebeu un justificant amb número i data de registre.',
        'You get a receipt with register number and date.'
      ),
      say(
        lang,
        'La unidad competente estudia la solicitud.',
        'La unitat competent estudia la sol·licitud.',
        'The unit in charge studies the application.'
      ),
      say(
        lang,
        'Se le notifica la resolución en su carpeta.',
        'Se vos notifica la resolució en la carpeta.',
        'You are notified of the decision in your folder.'
      ),
    ],
    legalBase: [
      {
        text: say(lang, 'Ley 39/2015', 'Llei 39/2015', 'Law 39/2015'),
        articles: '66-68',
        href: 'https://www.boe.es/buscar/act.php?id=BOE-A-2015-10565',
      },
      { text: say(lang, 'Ordenanza municipal', 'Ordenança municipal', 'Municipal by-law'), articles: null },
    ],
    appeals: [
      say(
        lang,
        'Recurso de reposición, en el plazo de un mes',
        'Recurs de reposició, en el termini d’un mes',
        'Appeal for reconsideration, within one month'
      ),
    ],
    endsAdministrativeWay: true,
    sia: '1234567',
    version: '1.0.0',
  }
  const issues = [
    say(
      lang,
      'El cuerpo no es JSON válido (línea 3).',
      'El cos no és JSON vàlid (línia 3).',
      'The body is not valid JSON (line 3).'
    ),
  ]

  return [
    {
      name: 'portal/home',
      data: { popular: [{ title, summary, href: '/procedures/a' }], topics, closedToday: null, outages: [] },
    },
    {
      name: 'portal/home with an outage on a closed day',
      data: { popular: [], topics: [], closedToday: 'Fallas', outages: [{ title, text: summary }] },
    },
    {
      name: 'portal/catalogue',
      data: {
        query: '',
        total: 21,
        topics,
        results: [{ title, summary, href: '/procedures/a', facts: [sheet.unit, sheet.body] }],
        pages: { previous: '?page=1', next: '?page=3', page: 2, pages: 3 },
      },
    },
    {
      name: 'portal/catalogue with no result',
      data: { query: 'xyz', total: 0, topics, results: [], pages: null },
    },
    {
      name: 'portal/sheet',
      data: {
        sheet,
        start: {
          action: '/procedures/a/filings',
          open: true,
          draft: { href: '/filings/1', savedOn: '1/3/2026' },
        },
      },
    },
    {
      name: 'portal/sheet closed to filings',
      data: {
        sheet: {
          ...sheet,
          term: null,
          silence: 'none',
          cost: '12,50 €',
          evidence: [],
          sia: null,
          endsAdministrativeWay: false,
        },
        start: { action: '/x', open: false },
      },
    },
    {
      name: 'portal/about',
      data: {
        address: 'https://seu.vilaserena.example',
        bodies: [{ name: sheet.body, holder: 'Empar Soler' }, { name: sheet.unit }],
        identification: ['Cl@ve', 'X.509'],
      },
    },
    {
      name: 'portal/closed_days',
      data: {
        year: 2026,
        years: [{ year: 2027, href: '?year=2027' }],
        days: [
          { iso: '2026-01-01', date: '1', name: title, scope: 'state' },
          { iso: '2026-03-19', date: '19', name: title, scope: 'region' },
          { iso: '2026-04-01', date: '1', name: title, scope: 'local' },
          { iso: '2026-12-24', date: '24', name: title, scope: 'body' },
        ],
      },
    },
    { name: 'portal/contact', data: { complaintHref: '/procedures/b' } },
    {
      name: 'portal/accessibility',
      data: { address: 'https://seu.vilaserena.example', preparedOn: '1/2/2026', reviewedOn: '1/3/2026' },
    },
    { name: 'portal/privacy', data: {} },
    {
      name: 'portal/cookies',
      data: {
        cookies: [
          { name: 'finestra-session', use: 'session', lasts: 'hours' },
          { name: 'XSRF-TOKEN', use: 'csrf', lasts: 'session' },
          { name: 'lang', use: 'language', lasts: 'year' },
        ],
      },
    },
    { name: 'portal/verify', data: { code: '', error: null, result: null } },
    ...['empty', 'format', 'unknown'].map((error) => ({
      name: `portal/verify with an ${error} code`,
      data: { code: 'abc', error, result: null },
    })),
    {
      name: 'portal/verify with a result',
      data: {
        code,
        error: null,
        result: {
          title,
          issuer: 'Vilaserena',
          issuedOn: '12/3/2026',
          entryNumber: null,
          pages: 2,
          digest,
          sealedBy: null,
          code,
          href: '/verify/x',
        },
      },
    },
    {
      name: 'portal/sign_in',
      data: {
        methods: [{ id: 'certificate', name: 'X.509', text: summary, href: '/sign-in/certificate' }],
        identities: [
          {
            id: 'a',
            name: 'Amparo Ferrer Soler',
            document: '12345678Z',
            kind: 'natural_person',
            text: summary,
          },
          { id: 'b', name: 'Forn Ferrer, SL', document: 'B12345674', kind: 'legal_person', text: summary },
        ],
        action: '/sign-in',
        returnTo: '/folder',
        error: summary,
      },
    },
    ...[400, 401, 403, 404, 409, 413, 415, 419, 422, 429, 500, 503, 507].map((status) => ({
      name: `error ${status}`,
      data: {
        status,
        reference: 'abc-1',
        specific: status === 413 ? { problem: summary, remedy: title } : null,
        issues,
      },
    })),
    {
      name: 'error 404 on a host of no town',
      town: null,
      data: { status: 404, reference: null, specific: null, issues: [] },
    },
  ]
}
