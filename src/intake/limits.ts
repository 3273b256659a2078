/** How much is read of anything, so that no input can fill memory or go on for ever. In bytes unless said otherwise. */
export const MB = 1024 * 1024;

/** A JSON line, or a plain text. */
export const LINE_CAP = 16 * MB;
/** A web page, a feed, the payload of one record. */
export const PAGE_CAP = 16 * MB;
/** A PDF, an office document, a mail with its attachments. */
export const DOCUMENT_CAP = 128 * MB;
/** An archive that has to be kept aside to be read out of order. */
export const SPOOL_CAP = 2048 * MB;
/** Archives in archives. */
export const DEPTH_CAP = 4;
/** What is packed may grow so many times, once it has grown beyond the free part. Deflate can do 1,032; text does 3 to 20. */
export const GROWTH_CAP = 250;
export const GROWTH_FREE = 64 * MB;

/** Megabytes with one decimal. */
export const inMegabytes = (bytes: number): string => (bytes / MB).toFixed(1);
