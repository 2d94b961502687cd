import type { Language } from './render.js'

/** A page of the office with the data that its view documents, as a controller would hand it over. */
export interface Sample {
  /** Names the sample; the part before a space is the view under `pages/`. */
  name: string
  data: object
  user?: boolean
  town?: null
}

const OUTCOMES = ['accepted', 'rejected', 'expired', 'delivered', 'refused', 'published']

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
    slug: 'general-application',
    notes: [{ title, text: summary }],
    silence: 'approves',
    silenceText: null,
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
      { text: say(lang, 'Ley 12/2021', 'Llei 12/2021', 'Law 12/2021'), articles: '5' },
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

  const text = summary
  const facts = ['PDF', '148 kB', '12/3/2026']
  const documents = [
    { name: title, href: '/documents/1', facts, digest, code },
    {
      name: 'foto-fachada-carrer-major-15-abans-de-les-obres-de-rehabilitacio.jpeg',
      facts,
      digest,
      state: { text: say(lang, 'En análisis', 'En anàlisi', 'Being scanned'), tone: 'caution' },
    },
  ]
  const given = documents.map((document, index) => ({ ...document, remove: `/uploads/${index}/removal` }))
  const errors = [
    {
      text: say(lang, 'Escriba qué solicita.', 'Escriga què sol·licita.', 'Enter what you ask for.'),
      href: '#file',
    },
  ]
  const limits = { types: 'PDF, JPEG, PNG, ODT', size: '10 MB' }
  const state = { text: say(lang, 'En trámite', 'En tràmit', 'In progress'), tone: 'info' }
  const field = `<div class="govuk-form-group"><label class="govuk-label govuk-label--m" for="request">${title}</label><textarea class="govuk-textarea" id="request" name="request" rows="6"></textarea></div>`
  const step = {
    caption: title,
    title: say(lang, 'Qué solicita', 'Què sol·liciteu', 'What you ask for'),
    lead: null as string | null,
    html: field,
    errorSummary: '',
    failed: false,
    notice: null as string | null,
    multipart: false,
    action: '/filings/1/request',
    back: '/filings/1/applicant',
    position: 2,
    total: 4,
    version: 3,
  }
  const rows = [
    { key: say(lang, 'Expone', 'Exposa', 'Facts'), value: text },
    { key: say(lang, 'Solicita', 'Sol·licita', 'Request'), lines: [title, text] },
  ]
  const person = 'Amparo Ferrer Miralles'
  const filing = {
    kind: 'submission',
    title,
    body: sheet.body,
    applicant: person,
    representative: null,
    signer: person,
    method: 'X.509',
    level: 'substantial',
    dueOn: null,
    electronicOnly: false,
    savedOn: '12/3/2026',
  }
  const receipt = {
    procedure: title,
    number: '2026-E-000123',
    recordedAt: '12/3/2026, 9:41:07',
    effectiveOn: null,
    body: sheet.body,
    applicant: person,
    representative: null,
    code,
    verify: `/verify?code=${code}`,
    pdf: '/receipts/1.pdf',
    copy: '/receipts/1/copy.pdf',
    mailed: 'mail',
    mail: 'amparo@example.org',
    notified: 'notified',
  }
  const file = {
    number: '2026/000045',
    title,
    href: '/folder/cases/1',
    state,
    body: sheet.body,
    unit: sheet.unit,
    filedOn: '12/3/2026',
    entryNumber: receipt.number,
    entryHref: '/receipts/1',
    dueOn: '12/6/2026',
    dueNote: null,
    handler: null,
  }
  const todo = [
    {
      id: 'todo-1',
      title: say(
        lang,
        'Notificación de la resolución',
        'Notificació de la resolució',
        'Notification of the decision'
      ),
      href: '/folder/notifications/1',
      hint: title,
      status: { text: say(lang, 'Quedan 2 días', 'Queden 2 dies', '2 days left'), tone: 'danger' },
    },
    {
      id: 'todo-2',
      title: say(lang, 'Subsanar la solicitud', 'Esmenar la sol·licitud', 'Correct the application'),
      href: '/folder/cases/1/correction',
      hint: title,
      status: {
        text: say(lang, 'Quedan 8 días hábiles', 'Queden 8 dies hàbils', '8 working days left'),
        tone: 'caution',
      },
    },
  ]
  const events = [
    {
      title: say(lang, 'En estudio', 'En estudi', 'Being studied'),
      when: '14/3/2026, 10:02',
      iso: '2026-03-14T09:02:00Z',
      text,
      current: true,
    },
    {
      title: say(lang, 'Solicitud registrada', 'Sol·licitud registrada', 'Application registered'),
      when: '12/3/2026, 9:41',
      iso: '2026-03-12T08:41:07Z',
      link: {
        href: '/receipts/1',
        text: say(lang, 'Ver el justificante', 'Veure el justificant', 'See the receipt'),
      },
    },
  ]
  const later = { first: '/folder', next: '/folder?before=1' }
  const pages = { previous: undefined, next: '?page=2', page: 1, pages: 2 }
  const payment = {
    concept: 'Licencia de terraza',
    href: '/folder/payments/1',
    amount: '27,30 €',
    reference: '2600000001',
    state: 'open',
    payable: true,
    until: '22 de marzo de 2026',
    endedOn: null as string | null,
  }
  const PAST_PAYMENTS = ['paid', 'expired', 'cancelled'].map((state) => ({
    ...payment,
    state,
    endedOn: '3/3/2026',
  }))
  const fee = {
    values: [{ label: 'Superficie', value: '10', article: null }],
    lines: [
      { label: 'Ocupación', reckoned: '10 × 2,73 €', article: 'Ordenanza 12, art. 6', amount: '27,30 €' },
      { label: 'Mínimo', reckoned: '', article: null, amount: '0,00 €' },
    ],
    total: '27,30 €',
  }
  const notification = {
    subject: say(
      lang,
      'Resolución de su solicitud',
      'Resolució de la vostra sol·licitud',
      'Decision on your application'
    ),
    from: sheet.body,
    caseNumber: file.number,
    caseHref: file.href,
    availableOn: '20/3/2026',
    expiresOn: '30/3/2026',
    daysLeft: 2,
    state: 'available',
    stateOn: null as string | null,
    resolution: null as string | null,
  }
  const onPaper = {
    expiresOn: null,
    daysLeft: null,
    sentTo: 'Calle Mayor, 12 · 46440 Almussafes',
    posted: false,
  }
  const answered = (outcome: string) => ({
    notification: {
      ...notification,
      state: outcome,
      stateOn: '22/3/2026, 8:15',
      resolution: '2026-RES-000003',
    },
    accept: '/a',
    reject: '/r',
    documents: outcome === 'accepted' ? documents : [],
    answers:
      outcome === 'accepted' ? [{ text: title, href: '/folder/cases/1/corrections/1', until: text }] : [],
    preparing: outcome !== 'accepted',
    here: '/folder/notifications/3',
  })

  return [
    {
      name: 'portal/home',
      data: { some: [{ title, summary, href: '/procedures/a' }], topics, closedToday: null },
    },
    {
      name: 'portal/home with an outage on a closed day',
      data: { some: [], topics: [], closedToday: 'Fallas' },
    },
    {
      name: 'portal/catalogue',
      data: {
        query: '',
        total: 21,
        catchAll: [],
        topics,
        results: [{ title, summary, href: '/procedures/a', facts: [sheet.unit, sheet.body] }],
        pages: { previous: '?page=1', next: '?page=3', page: 2, pages: 3 },
      },
    },
    {
      name: 'portal/catalogue with no result',
      data: {
        query: 'xyz',
        total: 0,
        catchAll: [{ title, summary, href: '/procedures/a' }],
        topics,
        results: [],
        pages: null,
      },
    },
    {
      name: 'portal/sheet',
      data: {
        sheet,
        start: {
          action: '/procedures/a/filings',
          window: { state: 'open', from: '1/3/2026', to: '31/3/2026' },
          draft: { href: '/filings/1', savedOn: '1/3/2026' },
        },
      },
    },
    {
      name: 'portal/sheet that may be filed anonymously',
      data: {
        sheet: { ...sheet, signIn: 'none' },
        start: {
          action: '/procedures/a/filings',
          anonymous: '/procedures/a/anonymous-filings',
          window: { state: 'open', from: null, to: null },
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
          silenceText: summary,
          evidence: [],
          sia: null,
          endsAdministrativeWay: false,
        },
        start: { action: '/x', window: { state: 'late', from: '1/3/2026', to: '31/3/2026' } },
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
        place: '',
        published: true,
        source: 'DOGV 10201',
        years: [2026, 2027].map((year) => ({ year, href: `?year=${year}` })),
        seats: [{ name: title, href: '?seat=elsewhere' }],
        days: [
          { iso: '2026-01-01', date: '1', name: title, scope: 'state' },
          { iso: '2026-03-19', date: '19', name: title, scope: 'region' },
          { iso: '2026-04-01', date: '1', name: title, scope: 'local' },
          { iso: '2026-12-24', date: '24', name: title, scope: 'body' },
        ],
      },
    },
    {
      name: 'portal/closed_days',
      data: { year: 2027, place: title, published: false, source: '', years: [], seats: [], days: [] },
    },
    { name: 'portal/contact', data: { complaintHref: '/procedures/b' } },
    {
      name: 'portal/fees',
      data: {
        today: '27',
        procedures: [
          {
            slug: 'terrace',
            title,
            href: '/procedures/terrace',
            cost: summary,
            tables: [
              { label: title, columns: [], versions: [] },
              {
                label: title,
                columns: [summary],
                versions: [
                  {
                    inForce: true,
                    when: '1',
                    article: 'art. 5',
                    rows: [
                      { keys: ['A'], value: '1,00 €', article: null },
                      { keys: ['B'], value: '2,00 €', article: 'art. 6' },
                    ],
                  },
                  {
                    inForce: false,
                    when: '2',
                    article: '',
                    rows: [{ keys: [], value: '3 %', article: null }],
                  },
                ],
              },
            ],
          },
          { slug: 'second', title, href: '/procedures/second', cost: summary, tables: [] },
        ],
        free: [{ title, href: '/procedures/free' }],
      },
    },
    {
      name: 'portal/accessibility',
      data: { address: 'https://seu.vilaserena.example', preparedOn: '1/2/2026', reviewedOn: '1/3/2026' },
    },
    { name: 'portal/privacy', data: {} },
    {
      name: 'portal/cookies',
      data: {
        cookies: [
          { name: 'finestra', use: 'session', lasts: 'hours' },
          { name: 'XSRF-TOKEN', use: 'csrf', lasts: 'hours' },
          { name: 'lang', use: 'language', lasts: 'year' },
        ],
      },
    },
    {
      name: 'portal/document',
      data: {
        title,
        html: `<h1>${title}</h1><h2>Núria Peris</h2><p>${summary}</p>`,
        numbers: { entry: '2026-S-RE-000012', resolution: '2026-RES-000003' },
        code,
        verify: `/verify/${code}`,
        pdf: `/verify/${code}/original`,
        door: 'verify',
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
          numbers: { entry: null, resolution: null },
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
            action: '/sign-in/demo/answer',
          },
          {
            id: 'b',
            name: 'Forn Ferrer, SL',
            document: 'B12345674',
            kind: 'legal_person',
            text: summary,
            action: '/sign-in/demo/answer',
          },
        ],
        returnTo: '/folder',
        error: summary,
      },
    },
    {
      name: 'portal/hand_over',
      data: { action: '/sign-in/x/answer?again=1', fields: [['RelayState', 'x']] },
    },
    { name: 'filings/step', user: true, data: { form: step, filing } },
    {
      name: 'filings/step with errors',
      user: true,
      data: {
        form: {
          ...step,
          failed: true,
          lead: text,
          notice: summary,
          multipart: true,
          action: '/filings/1/request?change=1',
          errorSummary: `<div class="govuk-error-summary" tabindex="-1" data-error-summary><div role="alert"><h2 class="govuk-error-summary__title">${title}</h2><ul class="govuk-list govuk-error-summary__list"><li><a href="#request">${text}</a></li></ul></div></div>`,
        },
        filing: { ...filing, savedOn: null },
      },
    },
    {
      name: 'filings/check',
      user: true,
      data: {
        filing,
        sections: [
          { title: step.title, change: '/filings/1/request', rows: [...rows, ...rows] },
          { title, change: '/filings/1/contact', rows },
        ],
        back: '/filings/1/request',
        action: '/filings/1/submission',
        version: 4,
        ready: true,
        errors: [],
        fee: { ...fee, title, lead: text },
        closedToday: null,
      },
    },
    {
      name: 'filings/check on a closed day, as a representative',
      user: true,
      data: {
        filing: {
          ...filing,
          kind: 'correction',
          representative: 'Josep Peris',
          electronicOnly: true,
          dueOn: '26/3/2026',
        },
        sections: [{ title: step.title, change: '/filings/1/request', rows }],
        back: '/b',
        action: '/s',
        version: 4,
        ready: true,
        errors,
        closedToday: 'Fallas',
      },
    },
    {
      name: 'filings/check of an anonymous filing',
      data: {
        filing: { ...filing, anonymous: true, signer: null, method: null, level: null },
        sections: [{ title: step.title, change: '/filings/1/request', rows }],
        back: '/b',
        action: '/s',
        version: 4,
        ready: true,
        errors: [],
        closedToday: null,
      },
    },
    {
      name: 'filings/receipt of an anonymous filing',
      data: {
        kind: 'submission',
        next: 'informal',
        receipt: { ...receipt, followUp: '4K7M-QX2P-9TRB-6WHC-3NVD', mail: null, notified: 'followUp' },
        documents,
        term: sheet.term,
        silence: 'none',
        informal: true,
        caseHref: '/follow-up/1',
      },
    },
    {
      name: 'filings/receipt of what is answered without a notification',
      user: true,
      data: {
        kind: 'submission',
        next: 'informal',
        receipt: { ...receipt, mail: null, notified: 'answered' },
        documents,
        term: sheet.term,
        silence: 'none',
        informal: true,
        caseHref: file.href,
      },
    },
    {
      name: 'filings/receipt',
      user: true,
      data: {
        kind: 'submission',
        next: 'submission',
        receipt,
        documents,
        term: sheet.term,
        silence: 'approves',
        caseHref: file.href,
      },
    },
    ...[
      { next: 'toPay', pay: null, coming: '/filings/1/receipt' },
      {
        next: 'paying',
        pay: { href: '/folder/payments/1', amount: '5.760,00 €', until: '16/3/2026' },
        coming: null,
      },
      { next: 'checking', pay: null, coming: null },
    ].map(({ next, pay, coming }) => ({
      name: `filings/receipt of what is paid before anybody checks it: ${next}`,
      user: true,
      data: {
        kind: 'submission',
        next,
        receipt,
        documents,
        term: null,
        silence: 'none',
        follows: { awaited: 'payment', given: [], pay, coming },
        caseHref: file.href,
      },
    })),
    {
      name: 'filings/receipt of what would be given at once and somebody looks at',
      user: true,
      data: {
        kind: 'submission',
        next: 'looking',
        receipt,
        documents,
        term: null,
        silence: 'none',
        follows: { awaited: 'document', given: [], pay: null, coming: null },
        caseHref: file.href,
      },
    },
    ...[
      { given: [{ title, pdf: '/documents/1', page: '/documents/1/page', size: '24 kB' }] },
      { pay: { href: '/folder/payments/1', amount: '0,50 €', until: '16/3/2026' } },
      { coming: '/filings/1/receipt' },
    ].map((state) => ({
      name: `filings/receipt of what is ${Object.keys(state)[0]} at once`,
      user: true,
      data: {
        kind: 'submission',
        next: 'atOnce',
        receipt,
        documents,
        term: null,
        silence: 'none',
        follows: { awaited: 'document', given: [], pay: null, coming: null, ...state },
        caseHref: file.href,
      },
    })),
    {
      name: 'filings/receipt where no mail leaves',
      user: true,
      data: {
        kind: 'submission',
        next: 'submission',
        receipt: { ...receipt, mailed: 'mailKept', notified: 'noticeKept' },
        documents,
        term: sheet.term,
        silence: 'approves',
        caseHref: file.href,
      },
    },
    {
      name: 'filings/receipt of a closed day',
      user: true,
      data: {
        kind: 'withdrawal',
        next: 'withdrawal',
        receipt: {
          ...receipt,
          effectiveOn: '16/3/2026',
          representative: 'Josep Peris',
          mail: null,
          notified: 'withoutNotice',
        },
        documents,
        term: null,
        silence: 'none',
        caseHref: file.href,
      },
    },
    ...['correction', 'addition'].map((kind) => ({
      name: `filings/receipt of ${kind}`,
      user: true,
      data: {
        kind,
        next: kind,
        receipt: { ...receipt, mail: null, notified: 'onPaper' },
        documents,
        term: sheet.term,
        silence: 'approves',
        caseHref: file.href,
      },
    })),
    {
      name: 'filings/moved',
      user: true,
      data: { filing, pages: [{ title, href: '/filings/1/pages/subject' }], resume: '/filings/1' },
    },
    {
      name: 'filings/moved with nothing to answer',
      user: true,
      data: { filing, pages: [], resume: '/filings/1' },
    },
    {
      name: 'filings/saved',
      user: true,
      data: { filing, resume: '/filings/1', dueOn: null, expiresOn: '12/4/2026' },
    },
    {
      name: 'filings/saved anonymously',
      data: {
        filing: { ...filing, anonymous: true },
        resume: '/filings/1',
        dueOn: null,
        expiresOn: '12/4/2026',
      },
    },
    {
      name: 'filings/saved of an answer',
      user: true,
      data: {
        filing: { ...filing, kind: 'correction' },
        resume: '/filings/1',
        dueOn: '26/3/2026',
        expiresOn: null,
      },
    },
    {
      name: 'filings/discard',
      user: true,
      data: { filing: { title, files: 2 }, action: '/filings/1/discard', keep: '/filings/1' },
    },
    {
      name: 'folder/home',
      user: true,
      data: {
        person,
        todo,
        cases: [
          { ...file, waitsFor: text },
          {
            ...file,
            waitsFor: null,
            state: { text: say(lang, 'Resuelto', 'Resolt', 'Decided'), tone: 'success' },
          },
        ],
        drafts: [
          {
            title,
            href: '/filings/2',
            savedOn: '11/3/2026',
            limit: '10/4/2026',
            discard: '/filings/2/discard',
          },
        ],
        query: '',
        pages,
      },
    },
    {
      name: 'folder/home of a newcomer',
      user: true,
      data: { person, todo: [], cases: [], drafts: [], query: '', pages: null },
    },
    {
      name: 'folder/case',
      user: true,
      data: {
        file: { ...file, dueNote: text, handler: 'E. V.' },
        todo,
        dates: [{ key: title, value: text }],
        events,
        documents,
        answers: rows,
        actions: { add: '/folder/cases/1/documents', withdraw: '/folder/cases/1/withdrawal' },
      },
    },
    {
      name: 'folder/case that is closed',
      user: true,
      data: {
        file: { ...file, dueOn: null },
        todo: [],
        dates: [],
        events,
        documents,
        answers: rows,
        actions: { add: null, withdraw: null },
      },
    },
    { name: 'folder/follow_up', data: { code: '', error: null } },
    ...['empty', 'unknown'].map((error) => ({
      name: `folder/follow_up with an ${error} code`,
      data: { code: 'abc', error },
    })),
    {
      name: 'folder/follow_up_case',
      data: { file, todo: [], events, documents, answers: rows, actions: {}, leave: '/follow-up/1/leave' },
    },
    { name: 'folder/documents', user: true, data: { documents, pages: later } },
    { name: 'folder/documents of a newcomer', user: true, data: { documents: [], pages: null } },
    {
      name: 'folder/notifications',
      user: true,
      data: {
        waiting: [
          { ...notification, href: '/folder/notifications/1' },
          { ...notification, daysLeft: 8, href: '/folder/notifications/2' },
          { ...notification, ...onPaper, href: '/folder/notifications/4' },
          { ...notification, ...onPaper, posted: true, href: '/folder/notifications/5' },
        ],
        past: OUTCOMES.map((outcome) => ({
          ...notification,
          href: '/folder/notifications/3',
          state: outcome,
          stateOn: '2/3/2026',
        })),
        pages: null,
      },
    },
    { name: 'folder/notifications of a newcomer', user: true, data: { waiting: [], past: [], pages: null } },
    { name: 'folder/payments', user: true, data: { waiting: [payment], past: PAST_PAYMENTS, pages: null } },
    {
      name: 'folder/payments further back',
      user: true,
      data: { waiting: null, past: PAST_PAYMENTS, pages: later },
    },
    { name: 'folder/payments of a newcomer', user: true, data: { waiting: [], past: [] } },
    ...(['open', 'paid', 'expired', 'cancelled'] as const).map((state) => ({
      name: `folder/payment ${state}`,
      user: true,
      data: {
        order: {
          ...payment,
          state,
          endedOn: state === 'open' ? null : '3/3/2026, 9:15',
          caseNumber: '2026-E-RE-000012',
          caseHref: '/folder/cases/1',
        },
        fee,
        gateways: state === 'open' ? ['demo'] : [],
        termEnded: false,
        tried:
          state === 'open'
            ? [
                { text, check: false },
                { text, check: true },
              ]
            : [],
        refunds: [
          { text, state: text, proof: null },
          { text, state: text, proof: documents[0]! },
        ],
        proof: state === 'paid' ? documents[0]! : null,
        begin: '/folder/payments/1/attempts',
        check: '/folder/payments/1/check',
      },
    })),
    {
      name: 'payments/passage',
      user: true,
      data: { passage: { url: 'https://bank.example/', fields: { reference: '2600000001' } } },
    },
    {
      name: 'payments/demo_gateway',
      user: true,
      data: {
        attempt: '1',
        order: { reference: '2600000001', concept: 'Licencia de terraza', amount: 27.3 },
        wishes: ['pay', 'late'],
        returnTo: '/folder/payments/1',
      },
    },
    {
      name: 'folder/notification',
      user: true,
      data: {
        notification,
        accept: '/folder/notifications/1/acceptance',
        reject: '/folder/notifications/1/rejection',
        documents: [],
        answers: [],
        preparing: false,
        here: '/folder/notifications/1',
      },
    },
    {
      name: 'folder/notification on paper',
      user: true,
      data: {
        notification: { ...notification, ...onPaper },
        accept: '/folder/notifications/4/acceptance',
        reject: '/folder/notifications/4/rejection',
        documents: [],
        answers: [],
        preparing: false,
        here: '/folder/notifications/4',
      },
    },
    ...OUTCOMES.map((outcome) => ({
      name: `folder/notification ${outcome}`,
      user: true,
      data: answered(outcome),
    })),
    {
      name: 'folder/correction',
      user: true,
      data: {
        file,
        requirement: { title, text, dueOn: '26/3/2026', daysLeft: 8, otherwise: text, href: '/documents/2' },
        action: '/folder/cases/1/correction',
        begun: null,
      },
    },
    {
      name: 'folder/correction on its last day',
      user: true,
      data: {
        file,
        requirement: { title, text: null, dueOn: '26/3/2026', daysLeft: 0, otherwise: null, href: null },
        action: '/folder/cases/1/correction',
        begun: '/filings/2',
      },
    },
    {
      name: 'folder/withdrawal',
      user: true,
      data: { file, action: '/folder/cases/1/withdrawal', reason: '', errors: [] },
    },
    {
      name: 'folder/added_documents',
      user: true,
      data: {
        file,
        upload: '/folder/cases/1/uploads',
        action: '/folder/cases/1/documents',
        draft: '019b0000-0000-7000-8000-000000000000',
        limits,
        documents: given,
        explanation: '',
        errors,
      },
    },
    ...[400, 401, 403, 404, 405, 409, 413, 415, 419, 422, 429, 500, 503, 507].map((status) => ({
      name: `error ${status}`,
      data: {
        status,
        reference: 'abc-1',
        specific: status === 413 ? { problem: summary, remedy: title } : null,
        ways: status === 409 ? [{ text: title, href: '/procedures/a' }] : [],
        issues,
      },
    })),
    ...[true, false].map((signedOut) => ({
      name: `error 419 with the form again, ${signedOut ? 'signed out' : 'signed in'}`,
      data: {
        status: 419,
        reference: 'abc-1',
        specific: null,
        issues: [],
        again: {
          action: '/filings/1/pages/subject?change=1',
          fields: [['answers[subject]', '"Banco" <en la acera>'] as const],
          written: ['"Banco" <en la acera>'],
          signedOut,
        },
      },
    })),
    {
      name: 'error 404 on a host of no town',
      town: null,
      data: { status: 404, reference: null, specific: null, issues: [] },
    },
  ]
}
