export { leafAt, listOf, ownText, textOf } from '#catalogue/domain/texts'
