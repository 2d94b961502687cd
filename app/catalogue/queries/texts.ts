export { leafAt, listOf, textOf } from '#catalogue/domain/texts'
