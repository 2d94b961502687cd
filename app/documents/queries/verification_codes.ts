export { groupCode, newVerificationCode, readCode } from '#documents/domain/verification_code'
