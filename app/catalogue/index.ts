export { checkSchema } from '#catalogue/domain/check_schema'
export { feeOf } from '#catalogue/domain/fee_of'
export { townOn } from '#catalogue/domain/seams/town_names'
export { compile } from '#catalogue/domain/compile'
export { decidingTemplates } from '#catalogue/domain/deciding_templates'
export { digestOfFiles } from '#catalogue/domain/digest'
export type { Finding, ProcedurePlace } from '#catalogue/domain/finding'
export { LIMITS, type ProcedureFiles } from '#catalogue/domain/files'
export { type Difference, type Trial, type Verdict, tryScenarios } from '#catalogue/domain/judge'
export { type LoadedProcedure, loadProcedure } from '#catalogue/queries/load_procedure'
export { listProcedures } from '#catalogue/queries/list_procedures'
export { readProcedure } from '#catalogue/queries/read_procedure'
export {
  type Awaited,
  type PlannedReminder,
  type ReminderOf,
  plannedReminders,
} from '#catalogue/domain/reminders'
export { SCHEMA_NAMES, schemaText } from '#catalogue/domain/schemas'
export { templateTypes } from '#catalogue/domain/template_types'
export { simulate } from '#catalogue/domain/simulate'
export type { Moment, Simulation } from '#catalogue/domain/simulate/result'
export { calledBy, lint, tryCatalogue } from '#catalogue/queries/survey'
export { tellCoverage } from '#catalogue/domain/tell_coverage'
export { shortPath } from '#catalogue/domain/words/runs'
export { tellPath } from '#catalogue/domain/tell_moment'
export { tellTimeline } from '#catalogue/domain/tell_timeline'
export { causeWords } from '#catalogue/domain/words/cause'
export { type Tale, elementName } from '#catalogue/domain/words/tale'
export { variableName } from '#catalogue/domain/words/subject'
export { obstaclesOf, stoppedWords } from '#catalogue/domain/words/stopped'
export { seenWords } from '#catalogue/domain/words/seen'
export { wayWords } from '#catalogue/domain/words/way'
export type { Coverage, CoveredBranch } from '#catalogue/domain/coverage/coverage'
export {
  type Translate,
  tellDiagnostic,
  tellFindings,
  tellObstacle,
  tellTrial,
  tellUnloaded,
} from '#catalogue/domain/tell'
export { listOf, textOf } from '#catalogue/domain/texts'
export { mayBeAnonymous } from '#catalogue/domain/may_be_anonymous'
export { startVariables } from '#catalogue/domain/start_variables'
export type * from '#catalogue/domain/seams/types'
export type * from '#catalogue/domain/scenario'
export type * from '#catalogue/domain/types'
export { ACTIVITIES, CONTEXT_ROOTS, MESSAGES } from '#catalogue/domain/vocabulary'
export { drawnText, type TermChange, termsBetween } from '#catalogue/domain/migration/terms'
export { proposePlan } from '#catalogue/domain/migration/propose'
export type * from '#catalogue/domain/migration/types'
