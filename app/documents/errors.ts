/** More bytes came than the field takes. */
export class FileTooLargeError extends Error {}
