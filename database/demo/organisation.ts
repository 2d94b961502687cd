import type { OfficerRole } from '#identity/types'
import type { Texts } from '#tenancy/types'

export const demoBodies: { role: string; name: Texts; holder: string }[] = [
  {
    role: 'mayor',
    name: { es: 'Alcaldía', ca: 'Alcaldia', en: 'Office of the Mayor' },
    holder: 'Remei Andrés Gisbert',
  },
  {
    role: 'council',
    name: { es: 'Junta de Gobierno Local', ca: 'Junta de Govern Local', en: 'Local Government Board' },
    holder: 'Remei Andrés Gisbert',
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
      slug: 'revenue',
      name: { es: 'Gestión Tributaria', ca: 'Gestió Tributària', en: 'Revenue' },
      roles: ['revenue'],
      body: 'mayor',
    },
  ]
}

/** The same password for every demo employee: these accounts exist in demo towns only. */
export const DEMO_PASSWORD = 'finestra-demo'

export const demoOfficers: { user: string; name: string; roles: OfficerRole[]; position: Texts }[] = [
  {
    user: 'tramita',
    name: 'Empar Vidal Roca',
    roles: ['case_handler', 'registrar'],
    position: { es: 'Administrativa', ca: 'Administrativa', en: 'Administrative officer' },
  },
  {
    user: 'resol',
    name: 'Remei Andrés Gisbert',
    roles: ['resolver', 'case_handler'],
    position: { es: 'Alcaldesa', ca: 'Alcaldessa', en: 'Mayor' },
  },
  {
    user: 'admin',
    name: 'Lluís Bonet Sala',
    roles: ['admin', 'case_handler', 'resolver', 'registrar', 'treasurer'],
    position: {
      es: 'Administrador de la sede',
      ca: 'Administrador de la seu',
      en: 'Administrator of the office',
    },
  },
]
