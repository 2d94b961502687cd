export { type ServiceName, SERVICES, isService, keepOf } from '#exchange/domain/services'
