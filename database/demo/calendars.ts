import { closedDays, type ClosedDay } from '#tenancy/domain/closed_days'

/** From the first year of a transmission that can be filed, so that whoever files late is told how late. */
export const DEMO_YEARS = [2021, 2022, 2023, 2024, 2025, 2026, 2027]

/** Where a fictional town has published them: dates by it are as sure as those of a real one. */
export const DEMO_SOURCE = 'DOGV (demo)'

/** The closed days that all demo towns share: the usual pattern of the Valencian Community. */
export const demoCalendar = (): ClosedDay[] => closedDays(DEMO_YEARS, 'ES-VC')
