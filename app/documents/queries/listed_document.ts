export { listedDocument, sizeText } from '#documents/domain/listed_document'
