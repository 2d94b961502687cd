export { listedDocument } from '#documents/domain/listed_document'
export { sizeText } from '#documents/domain/words'
