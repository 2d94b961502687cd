/** What a figure is a number of; its words are `fees.units.<unit>`. */
export const UNITS = [
  'euro',
  'percent',
  'number',
  'square_metre',
  'metre',
  'cubic_metre',
  'kilogram',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'person',
  'place',
  'vehicle',
  'item',
  'page',
  'event',
] as const

export type Unit = (typeof UNITS)[number]
