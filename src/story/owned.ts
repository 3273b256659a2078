/**
 * A copy of a string for a memory that outlives its text: a piece cut out of a text keeps the whole text alive.
 */
export const owned = (piece: string): string => Buffer.from(piece, 'utf16le').toString('utf16le');
