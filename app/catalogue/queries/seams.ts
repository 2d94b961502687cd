export { missingOn } from '#catalogue/domain/seams/missing'
export { townOn } from '#catalogue/domain/seams/town_names'
