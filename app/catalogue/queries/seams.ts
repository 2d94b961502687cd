export { carry } from '#catalogue/domain/seams/carry'
export { missingOn } from '#catalogue/domain/seams/missing'
export { picked } from '#catalogue/domain/seams/picked'
export { townOn } from '#catalogue/domain/seams/town_names'
