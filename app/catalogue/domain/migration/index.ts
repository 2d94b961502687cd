/** What other rooms know of migration plans: pure, whatever else the room shows. */
export { changesBetween, stricter } from '#catalogue/domain/migration/changes'
export { versionOf } from '#catalogue/domain/migration/around'
export { checkPlan } from '#catalogue/domain/migration/check_plan'
export { misfits } from '#catalogue/domain/migration/check_variables'
export { mayBegin, standing } from '#catalogue/domain/migration/places'
export { drawnText, type TermChange, termsBetween } from '#catalogue/domain/migration/terms'
export { proposePlan } from '#catalogue/domain/migration/propose'
export type {
  Change,
  ChangeClass,
  ChangeCode,
  Instruction,
  LawPart,
  MigrationPlan,
} from '#catalogue/domain/migration/types'
