export { listedDocument } from '#documents/domain/listed_document'
