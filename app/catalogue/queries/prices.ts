export { feeFaultText, keysInWords } from '#catalogue/domain/fault_words'
export { optionsOf } from '#catalogue/domain/keys'
export * from '#catalogue/domain/prices'
export * from '#catalogue/domain/rate_text'
