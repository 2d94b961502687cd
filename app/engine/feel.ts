export type { Expression, FeelType, TypeEnvironment } from '#engine/feel_port'
export { compileExpression, evaluate, scopeFrom, toJson } from '#engine/feel_port'
