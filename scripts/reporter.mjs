// A vitest reporter that counts: `N passed, N failed, N skipped` as the last line, or into the file that DRAGOMAN_COUNTS names.
import { writeFileSync } from 'node:fs';

export const line = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

export default class CountReporter {
  onTestRunEnd(modules, unhandled) {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      let own = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') counts.passed++;
        else if (state === 'failed') counts.failed++, own++;
        else counts.skipped++;
      }
      // A file that could not be loaded, or whose hooks failed, has no failed test to show for it.
      if (module.state() === 'failed' && own === 0) counts.failed++;
    }
    const file = process.env.DRAGOMAN_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
    else console.log(line(counts));
  }
}
