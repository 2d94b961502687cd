export { evaluate, played } from '#expressions/browser'
