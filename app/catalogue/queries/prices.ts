export * from '#catalogue/domain/prices'
