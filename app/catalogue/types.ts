export type * from '#catalogue/domain/scenario'
export type * from '#catalogue/domain/types'
export type * from '#catalogue/domain/seams/types'
