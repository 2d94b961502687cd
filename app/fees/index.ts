export { type Circumstances, assess } from '#fees/assess/assess'
export { inForce } from '#fees/assess/in_force'
export { versionOn } from '#fees/assess/look_up'
export { givesWay } from '#fees/compile/bounds'
export { type FeeScheduleOptions, compileFeeSchedule } from '#fees/compile/compile_fee_schedule'
export { feeRows, measured } from '#fees/fee_rows'
export { decimalsOf } from '#fees/decimals'
export { lessPaid, PAID } from '#fees/less_paid'
export { succeeding } from '#fees/compile/succession'
export { withTown, type TownTables } from '#fees/compile/with_town'
export { type Unit, UNITS } from '#fees/units'
export type {
  Assessment,
  Bracket,
  CompiledTable,
  DatedValue,
  FeeFault,
  FeeLine,
  FeeSchedule,
  FeeScheduleSource,
  Reckoned,
  Row,
  TownNames,
  Version,
} from '#fees/types'
