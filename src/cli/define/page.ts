/** The commands of the page: serving it, and the tokens by which callers from elsewhere are known. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { ledgerPath } from '../../ledger/place.ts';
import { collect, EXIT, jsonOption, ledgerOption, whole } from './options.ts';
import type { Exit } from './options.ts';

export const portOption = (): Option => new Option('--port <n>', 'the port (otherwise 7411, or a free one)').argParser(whole(0, 65_535));

interface Given {
  ledger?: string;
  json?: boolean;
}

/** Adds `serve` and `token`. */
export function addPage(program: Command, exit: Exit): void {
  program.command('serve').summary('the page, in your browser').description('Serves the page over the ledger at an address of this machine, until it is stopped.')
    .addOption(portOption())
    .option('--host <address>', 'listen at this address instead of the loopback; whoever comes from there needs a token')
    .option('--name <host>', 'a further name by which the page may be called; may be repeated', collect)
    .addOption(jsonOption()).addOption(ledgerOption())
    .addHelpText('after', `
Examples:
  $ dragoman serve --port 8000
  $ dragoman token make desk --role correct
  $ dragoman serve --host 0.0.0.0 --name ledger.example.org

The page speaks HTTP; for others to reach it safely, put a server that speaks TLS before it.
The API is at /api/v1 (described at /docs), Prometheus metrics at /metrics, health at /health.
${EXIT}`)
    .action(async ({ ledger, json, port, host, name }: Given & { port?: number; host?: string; name?: string[] }) => {
      const { serve } = await import('../commands/serve.ts');
      exit(await serve(ledgerPath(ledger), { port, host, names: name }, json === true));
    });

  const token = program.command('token').summary('who may use the page from elsewhere').description('Makes, lists and revokes the tokens by which callers from elsewhere than this machine are known.')
    .addHelpText('after', `
Roles: read asks; correct also says its word on facts and keeps watches; admin also makes and ends tokens,
takes a copy of the ledger away, and has stories read anew or forgotten.
Only a token's hash is kept, so that it is shown once, when it is made.

Examples:
  $ dragoman token make desk --role correct
  $ dragoman token list
  $ dragoman token revoke 2
${EXIT}`);
  token.command('make').description('Makes a token and prints it, once.').argument('<name>', 'whose it is; corrections are signed with it')
    .addOption(new Option('--role <role>', 'what it allows').choices(['read', 'correct', 'admin']).default('read')).addOption(jsonOption()).addOption(ledgerOption())
    .action(async (name: string, { ledger, json, role }: Given & { role: 'read' | 'correct' | 'admin' }) => {
      const { make } = await import('../commands/token.ts');
      exit(await make(name, role, ledgerPath(ledger), json === true));
    });
  token.command('list').description('Prints the tokens: whose they are, since when, and whether they stand.').addOption(jsonOption()).addOption(ledgerOption())
    .action(async ({ ledger, json }: Given) => {
      const { list } = await import('../commands/token.ts');
      exit(await list(ledgerPath(ledger), json === true));
    });
  token.command('revoke').description('Ends a token at once.').argument('<number>', 'its number in the list', whole(1, 1_000_000_000)).addOption(ledgerOption())
    .action(async (id: number, { ledger }: Given) => {
      const { revoke } = await import('../commands/token.ts');
      exit(await revoke(id, ledgerPath(ledger)));
    });
}
