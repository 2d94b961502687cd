import type { OfficerRole } from '#identity/types'
import type { Texts } from '#tenancy/types'

/** The fictional people of each town; another demo town has those of the last. */
const PEOPLE = {
  benialba: {
    handler: 'Consol Ferri Llopis',
    technician: 'Pau Sendra Moll',
    mayor: 'Rosa Maria Tomàs Seguí',
    secretary: 'Enric Catalán Moltó',
    treasurer: 'Maties Devesa Ronda',
    admin: 'Vicent Alemany Pons',
  },
  portclar: {
    handler: 'Neus Castells Ibáñez',
    technician: 'Marc Queralt Bel',
    mayor: 'Beatriu Monfort Salom',
    secretary: 'Amadeu Ripoll Gual',
    treasurer: 'Imma Barberà Coll',
    admin: 'Jordi Esteller Mas',
  },
  vilaserena: {
    handler: 'Empar Vidal Roca',
    technician: 'Laia Torres Mengual',
    mayor: 'Remei Andrés Gisbert',
    secretary: 'Ferran Aparisi Donat',
    treasurer: 'Nuria Sempere Lloret',
    admin: 'Lluís Bonet Sala',
  },
}

const peopleOf = (slug: string) => PEOPLE[slug as keyof typeof PEOPLE] ?? PEOPLE.vilaserena

export const demoBodies = (slug: string): { role: string; name: Texts; holder: string }[] => [
  {
    role: 'mayor',
    name: { es: 'Alcaldía', ca: 'Alcaldia', en: 'Office of the Mayor' },
    holder: peopleOf(slug).mayor,
  },
  {
    role: 'council',
    name: { es: 'Junta de Gobierno Local', ca: 'Junta de Govern Local', en: 'Local Government Board' },
    holder: peopleOf(slug).mayor,
  },
  {
    role: 'secretary',
    name: { es: 'Secretaría', ca: 'Secretaria', en: 'Municipal Secretary' },
    holder: peopleOf(slug).secretary,
  },
]

/** A village has one office; a city has several. `roles` are the seams that procedures bind to. */
export function demoUnits(
  population: number
): { slug: string; name: Texts; roles: string[]; body: string }[] {
  const general = {
    slug: 'general',
    name: { es: 'Secretaría', ca: 'Secretaria', en: 'Municipal Secretariat' },
    roles: ['general'],
    body: 'mayor',
  }
  if (population < 5000) return [general]
  return [
    {
      ...general,
      name: {
        es: 'Oficina de Atención a la Ciudadanía',
        ca: 'Oficina d’Atenció a la Ciutadania',
        en: 'Citizen Service Office',
      },
    },
    {
      slug: 'planning',
      name: { es: 'Urbanismo', ca: 'Urbanisme', en: 'Planning' },
      roles: ['planning'],
      body: 'council',
    },
    {
      slug: 'public_space',
      name: { es: 'Vía Pública', ca: 'Via Pública', en: 'Public Space' },
      roles: ['public_space'],
      body: 'mayor',
    },
    {
      slug: 'revenue',
      name: { es: 'Gestión Tributaria', ca: 'Gestió Tributària', en: 'Revenue' },
      roles: ['revenue'],
      body: 'mayor',
    },
  ]
}

/** The same password for every demo employee: these accounts exist in demo towns only. */
export const DEMO_PASSWORD = 'finestra-demo'

export const demoOfficers = (
  slug: string
): { user: string; name: string; roles: OfficerRole[]; holds?: string[]; position: Texts }[] => [
  {
    user: 'tramita',
    name: peopleOf(slug).handler,
    roles: ['case_handler', 'registrar'],
    position: { es: 'Administrativa', ca: 'Administrativa', en: 'Administrative officer' },
  },
  {
    user: 'tecnica',
    name: peopleOf(slug).technician,
    roles: ['technician'],
    position: {
      es: 'Personal técnico municipal',
      ca: 'Personal tècnic municipal',
      en: 'Municipal technician',
    },
  },
  {
    user: 'resol',
    name: peopleOf(slug).mayor,
    roles: ['resolver', 'case_handler'],
    holds: ['mayor', 'council'],
    position: { es: 'Alcaldesa', ca: 'Alcaldessa', en: 'Mayor' },
  },
  {
    user: 'secretaria',
    name: peopleOf(slug).secretary,
    roles: ['secretary', 'case_handler'],
    holds: ['secretary'],
    position: { es: 'Secretario', ca: 'Secretari', en: 'Secretary' },
  },
  {
    user: 'tresoreria',
    name: peopleOf(slug).treasurer,
    roles: ['treasurer'],
    position: { es: 'Tesorería', ca: 'Tresoreria', en: 'Treasurer' },
  },
  {
    user: 'admin',
    name: peopleOf(slug).admin,
    roles: ['admin', 'case_handler', 'resolver', 'registrar'],
    position: {
      es: 'Administrador de la sede',
      ca: 'Administrador de la seu',
      en: 'Administrator of the office',
    },
  },
]
