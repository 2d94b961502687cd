export { templateTypes } from '#catalogue/domain/template_types'
