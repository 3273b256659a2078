/** What passes between the server and its threads. */

/** A path with its query; or the word to end. */
export type Asked = { path: string } | { end: true };

/** An answer's parts. */
export interface Answered {
  status: number;
  headers: [string, string][];
  body: ArrayBuffer;
}
