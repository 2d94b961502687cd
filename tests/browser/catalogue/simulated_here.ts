/** What a page loads to play golden cases by itself. */
export { simulate } from '#catalogue/domain/simulate'
export { useValidators } from '#forms/index'
