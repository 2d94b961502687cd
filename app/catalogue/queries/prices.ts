export * from '#catalogue/domain/prices'
export * from '#catalogue/domain/rate_text'
