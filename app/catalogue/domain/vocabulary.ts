/** What an office can be asked to do, by name: what it must be given and what the town must have for it. */
export interface ActivityContract {
  /** The inputs that must be there; those listed in `names` are the name of a document, a notice, or of what `exchange` can ask for. */
  inputs: readonly string[]
  names?: Readonly<Record<string, 'template' | 'notice' | 'service'>>
  /** The members of its result that outputs may read. */
  results: readonly string[]
  /** The business errors that it may answer instead, for error events to catch: no failure, and not tried again. */
  errors?: readonly string[]
  need: 'registry' | 'notifications' | 'seal' | 'signature' | 'payment' | 'exchange' | null
}

export const ACTIVITIES: Readonly<Record<string, ActivityContract>> = {
  'cases.assign_unit': { inputs: [], results: ['unit'], need: null },
  'cases.record_silence': { inputs: [], results: ['effect', 'termEndedOn', 'since'], need: null },
  'cases.suspend_term': { inputs: [], results: [], need: null },
  'cases.resume_term': { inputs: [], results: ['dueOn'], need: null },
  'cases.end_term': { inputs: [], results: ['metOn'], need: null },
  'cases.extend_term': {
    inputs: ['by'],
    results: ['lastDay'],
    errors: ['no_term', 'extended_before', 'over_half', 'over_whole', 'too_late'],
    need: null,
  },
  'cases.declare_urgent': { inputs: ['reason'], results: ['lastDay'], need: null },
  'documents.issue': {
    inputs: ['template'],
    names: { template: 'template' },
    results: ['documentId', 'number'],
    need: 'seal',
  },
  'documents.deliver': { inputs: ['document'], results: [], need: null },
  'registry.record_outgoing': { inputs: ['document'], results: ['entryId', 'number'], need: 'registry' },
  'notifications.notify': {
    inputs: ['document'],
    results: ['notificationId', 'lastDay', 'onPaper'],
    need: 'notifications',
  },
  'exchange.ask': {
    inputs: ['service', 'article'],
    names: { service: 'service' },
    results: ['outcome', 'found', 'data', 'askedAt'],
    need: 'exchange',
  },
  'fees.assess': { inputs: [], results: ['total', 'accruedOn', 'lines', 'values'], need: null },
  'payments.request': { inputs: [], results: ['orderId', 'reference', 'asked'], need: 'payment' },
  'payments.give_back': {
    inputs: ['amount', 'reason'],
    results: ['refundId'],
    errors: ['not_paid', 'too_much'],
    need: 'payment',
  },
  'signatures.request': {
    inputs: ['template', 'signers'],
    names: { template: 'template' },
    results: ['requestId'],
    need: 'signature',
  },
  'notices.send': { inputs: ['notice'], names: { notice: 'notice' }, results: ['sent'], need: null },
}

export const errorsOf = (activity: string): readonly string[] =>
  (Object.hasOwn(ACTIVITIES, activity) && ACTIVITIES[activity]?.errors) || []

/**
 * The messages a process can wait for. `withdrawal` comes from the citizen (Law 39/2015, art. 94);
 * `notification_practised` when a notification was accepted, rejected or let pass (art. 43.2);
 * `notification_attempted` when one on paper was carried to its address or never posted (art. 40.4); `payment_ended` when
 * an order to pay was paid or its term passed; `signature_ended` when a document was signed by all who had to, or refused.
 */
export const MESSAGES = [
  'withdrawal',
  'notification_practised',
  'notification_attempted',
  'payment_ended',
  'signature_ended',
] as const

export const isOffices = (message: string): boolean => MESSAGES.some((known) => known === message)

/** Offices tell what is listed; what cases and other systems tell has a name of two words (`works.finished`), so that no slip is taken for one. */
const OWN_MESSAGE = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/

export const isOwnMessage = (message: string): boolean => OWN_MESSAGE.test(message)

/**
 * What a case was filed with, what it costs and what the town had said by then: facts of the filing, which nobody corrects
 * in the process (Law 39/2015, art. 68: who filed is asked to).
 */
export const OF_THE_FILING: readonly string[] = ['answers', 'fee', 'town', 'anonymous']

export const isOfTheFiling = (variable: string): boolean => OF_THE_FILING.includes(variable)

/** The documents that every filing brings, if the procedure has a template for them. */
export const FILING_TEMPLATES = ['filing', 'receipt'] as const

/** What the words of documents and notices may be filled from. */
export const CONTEXT_ROOTS = [
  'answers',
  'applicant',
  'body',
  'case',
  'document',
  'entry',
  'filings',
  'representative',
  'sheet',
  'today',
  'town',
  'variables',
] as const
