import { closedDays, type ClosedDay } from '#tenancy/domain/closed_days'

export const DEMO_YEARS = [2025, 2026, 2027]

/** The closed days that all demo towns share: the usual pattern of the Valencian Community. */
export const demoCalendar = (): ClosedDay[] => closedDays(DEMO_YEARS, 'ES-VC')
