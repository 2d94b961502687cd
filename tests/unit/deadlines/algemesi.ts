import type { Calendar, Holiday } from '#deadlines/index'

const holiday = (scope: Holiday['scope'], name: string): Holiday => ({ scope, name: { es: name } })

/** The closed days of Algemesí in 2024, and the two of January 2025 that the vectors reach. */
export const algemesi: Calendar = {
  id: 'algemesi',
  timeZone: 'Europe/Madrid',
  weekend: [6, 7],
  years: [2024, 2025],
  holidays: {
    '2024-01-01': holiday('state', 'Año Nuevo'),
    '2024-01-06': holiday('state', 'Epifanía'),
    '2024-03-18': holiday('local', 'Fiesta local'),
    '2024-03-19': holiday('region', 'San José'),
    '2024-03-29': holiday('state', 'Viernes Santo'),
    '2024-04-01': holiday('region', 'Lunes de Pascua'),
    '2024-05-01': holiday('state', 'Fiesta del Trabajo'),
    '2024-06-12': holiday('local', 'Fiesta local'),
    '2024-08-15': holiday('state', 'Asunción'),
    '2024-10-09': holiday('region', 'Día de la Comunitat Valenciana'),
    '2024-10-12': holiday('state', 'Fiesta Nacional'),
    '2024-11-01': holiday('state', 'Todos los Santos'),
    '2024-12-06': holiday('state', 'Constitución'),
    '2024-12-25': holiday('state', 'Navidad'),
    '2025-01-01': holiday('state', 'Año Nuevo'),
    '2025-01-06': holiday('state', 'Epifanía'),
  },
}
