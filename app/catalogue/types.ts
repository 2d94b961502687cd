export type * from '#catalogue/domain/types'
