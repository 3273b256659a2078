/** Who speaks, where a command changes the record. */
import { userInfo } from 'node:os';

/** As given, as DRAGOMAN_WHO says, or the user of this machine. */
export function signature({ who, why }: { who?: string; why?: string }): { who: string; why: string } {
  const own = (): string => {
    try {
      return userInfo().username;
    } catch {
      return 'unknown';
    }
  };
  return { who: who || process.env['DRAGOMAN_WHO'] || own(), why: why ?? '' };
}
