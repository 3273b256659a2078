/**
 * Everything that can be wrong with what a user gives Dragoman, each with a message and the remedy. Words in braces are
 * filled in. A problem names file and line; whoever reports it decides what goes on.
 */
const CATALOGUE = {
  'file-missing': ['no such file', 'Check the path; give "-" to read standard input.'],
  'file-unreadable': ['cannot be read ({why})', 'Check the permissions of the file.'],
  'folder-empty': ['the folder holds no stories', 'Put stories into it (text, pages, feeds, archives), or name the files.'],
  'empty-file': ['the file is empty', 'Give a story: plain text, or one JSON object a line.'],
  'binary-file': ['this is not text ({what})', '{remedy}'],
  'invalid-utf8': ['not valid UTF-8 at byte {at}, and too little to tell what else', 'Convert it; for an older Turkish file: iconv -f WINDOWS-1254 -t UTF-8, for a Russian one: iconv -f WINDOWS-1251 -t UTF-8'],
  'page-empty': ['no article was found on this page', 'If it is a story, save its text as plain text; lists, menus and pages that a script fills hold none.'],
  'future-date': ['its only date, {given}, lies after the page was fetched', 'Give the day of publication with --date YYYY-MM-DD.'],
  'undated-page': ['no publication date was found ({looked})', 'Give it with --date YYYY-MM-DD.'],
  'markup-unknown': ['this is XML of a kind that holds no stories (<{root}>)', 'Give a feed (RSS, Atom), a web page or plain text.'],
  'feed-broken': ['the feed cannot be read: {why}', 'Check that the address is that of a feed (RSS, Atom, JSON Feed) and that it came whole.'],
  'feed-empty': ['the feed holds no entries', 'Look at it again later; nothing is lost.'],
  'entry-thin': ['the entry gives only a teaser ({size} characters)', 'Read the page itself: dragoman read {url}'],
  'archive-broken': ['the {what} is broken: {why}', 'Fetch it again; what stood before this point is read.'],
  'archive-deep': ['archives within archives, more than {cap} deep', 'Unpack it yourself if you trust it, and read what is inside.'],
  'archive-bomb': ['it unpacks to more than {cap}', 'Unpack it yourself if you trust it, and read what is inside.'],
  'encrypted': ['it is encrypted', 'Save it without a password.'],
  'too-large': ['{size} MB where at most {cap} MB are read of one {what}', 'Split it, or save the text of the story.'],
  'document-broken': ['the {what} cannot be read: {why}', 'Open and save it anew, or save its text.'],
  'no-text-layer': ['the PDF holds pictures of text, no text', 'Recognise its text first (ocrmypdf), or give the story as text.'],
  'address-unread': ['only http and https addresses without a password are read', 'Check the address.'],
  'address-private': ['it leads to {address}, which is no address of the public network', 'If you trust it, say --allow-private.'],
  'fetch-failed': ['it could not be fetched: {why}', 'Check the address and the connection; run again later.'],
  'fetch-refused': ['the server answered {status}', 'Check the address in a browser; run again later.'],
  'robots-refused': ['the site asks programs not to read it (robots.txt)', 'Save the page yourself and read the file.'],
  'feed-gone': ['the feed is gone for good (410); it is watched no more', 'Look for its new address, and watch that.'],
  'feed-unknown': ['this feed is not watched', 'List those that are: dragoman watch --list'],
  'no-feeds': ['no feeds are watched yet', 'Name some: dragoman watch ADDRESS...'],
  'record-broken': ['a broken record: {why}', 'Nothing to do for the others: reading went on at the next record.'],
  'line-too-long': ['a line of {size} MB; at most {cap} MB are read', 'Give one story a line; split what is longer.'],
  'story-too-long': ['a story of {size} characters; at most {cap} are read', 'Split it into its stories.'],
  'json-not-lines': ['JSON, but not one object a line', 'Write one story a line: jq -c ".[]?" for an array, jq -c . for an object over several lines.'],
  'broken-json': ['broken JSON: {why}', 'Write the story as one JSON object on this line.'],
  'not-a-story': ['a JSON {what} where a story (an object) is expected', 'Write {"id": ..., "date": "YYYY-MM-DD", "text": ...}.'],
  'bad-field': ['"{field}" must be {want}', 'Correct the field or leave it out.'],
  'missing-text': ['the story has no text', 'Give the body of the story in "text".'],
  'missing-date': ['the story has no publication date', 'Begin the text with "date YYYY-MM-DD", give "date" in JSON, or use --date YYYY-MM-DD.'],
  'bad-date': ['"{given}" is not a date', 'Write the publication date as YYYY-MM-DD.'],
  'impossible-date': ['there is no such day as {given}', 'Correct the publication date (YYYY-MM-DD).'],
  'unsupported-language': ['language "{given}" is not supported', 'Dragoman reads Turkish (tr), English (en) and Russian (ru); --lang or "lang" says which.'],
  'control-characters': ['the text holds control characters ({which})', 'Nothing was changed; they are shown escaped. Clean the source if they do not belong there.'],
  'bidi-characters': ['the text holds characters that turn the direction of writing ({which})', 'Nothing was changed; they are shown escaped. Clean the source if they do not belong there.'],
  'broken-characters': ['the text holds {which}, each replaced by U+FFFD', 'Clean the source: they stand for no character.'],
  'coder-failed': ['the story could not be coded: {why}', 'Please report it with the story; the others go on.'],
  'ledger-missing': ['there is no ledger yet', 'Make one: dragoman read FILE...; --ledger FILE or DRAGOMAN_LEDGER names another.'],
  'not-a-ledger': ['this file is not a Dragoman ledger', 'Name another with --ledger FILE; nothing was changed.'],
  'newer-ledger': ['the ledger was made by a newer Dragoman (schema {have}; this one knows {know})', 'Update Dragoman; nothing was changed.'],
  'ledger-unopened': ['the ledger cannot be opened ({why})', 'Check that its folder exists and can be written, or name another with --ledger FILE.'],
  'ledger-busy': ['the ledger is in use by another program', 'Wait until it is done, and run again; nothing is lost.'],
  'no-binding': ['there is no SQLite binary for {platform}', 'Run "npm install" again without --omit=optional; Dragoman runs on Linux, macOS and Windows, x64 and arm64.'],
  'no-coded-files': ['the folder holds no coded event data', 'Name the files, or a folder of .csv, .tsv, .tab or .txt, gzipped or zipped too.'],
  'unknown-layout': ['this is no coded event data that Dragoman can tell by its first line', 'Say which with --format; for comma-separated values say which column holds what with --columns.'],
  'missing-column': ['there is no column "{column}"', 'Map it: --columns date=COLUMN,source=COLUMN,target=COLUMN,code=COLUMN (names of the header, or numbers from 1).'],
  'missing-epoch': ['the times here are numbers, and nothing says which day is 0', 'Give day 0: --epoch YYYY-MM-DD; --unit hour where the numbers are hours.'],
  'zip-unreadable': ['this zip archive cannot be read ({why})', 'Fetch it again, or unpack it and name the files.'],
  'other-format': ['the data set "{name}" was read as {have}, not as {given}', 'Give this one another name with --name.'],
  'import-raced': ['another import has written to the data set "{name}"', 'Run again when it is done; what is kept is passed over.'],
  'bad-bloc': ['"{given}" is no code and bloc', 'Write one "code<TAB>bloc" a line; what begins with # is a remark.'],
  'port-busy': ['port {port} is in use', 'Choose another with --port, or leave it out for a free one.'],
  'tkg-row': ['a line that is not four whole numbers', 'Write subject, relation, object and time as whole numbers, separated by tabs.'],
  'unknown-token': ['no token {given} stands in this ledger', 'List them: dragoman token list'],
  'token-needed': ['beyond this machine the page needs a token, and this ledger has none', 'Make one first: dragoman token make NAME --role read'],
  'host-unknown': ['"{given}" is no address of this machine', 'Give an address that it has (0.0.0.0 for all of them), or leave --host out.'],
  'unknown-story': ['no story "{given}" in this ledger', 'List them: dragoman stories'],
  'unknown-fact': ['no fact "{given}" in this ledger', 'Facts are called e12, c3, t4 or r5: dragoman events, claims, ties and trends list them.'],
  'not-gold': ['this is no story with its facts', 'Write one a line: id, date, text, persons, events, claims, ties, trends; "dragoman gold" makes such a file.'],
  'unknown-outlet': ['no outlet "{given}" in this ledger', 'List them: dragoman outlets. The name is given as it stands there.'],
  'forgotten-story': ['this story was forgotten on {day}, and is not read again', 'Nothing is kept of it; --even-forgotten reads it all the same.'],
  'file-exists': ['the file is there already', 'Name another; nothing was written.'],
  'backup-damaged': ['the backup is damaged ({why})', 'Use another backup; nothing was changed.'],
  'ledger-not-empty': ['the ledger holds {count} stories, which the backup would take the place of', 'Back it up first, and say --replace.'],
  'dataset-fact': ['{given} is an event of an imported data set, and is a happening of its own', 'It can be confirmed, rejected and changed; merge and split events that stories state.'],
  'superseded-fact': ['{given} belongs to an older coding of its story, and the newer one has no such fact', 'See what it has now: dragoman show {story}'],
  'file-unwritten': ['cannot be written ({why})', 'Check that its folder exists and can be written.'],
  'unknown-happening': ['no event or happening "{given}" in this ledger', 'Events are called e12, happenings h5; list them with dragoman events and dragoman happenings.'],
  'bad-correction': ['{what}', 'Nothing was changed; dragoman correct --help explains what can be said.'],
  'unknown-correction': ['no correction "{given}" in this ledger', 'List them: dragoman correct list'],
  'ambiguous-story': ['"{given}" names {count} stories', 'Give more of the hash: {names}'],
} as const satisfies Record<string, readonly [message: string, remedy: string]>;

export type ProblemCode = keyof typeof CATALOGUE;
export const PROBLEM_CODES = Object.keys(CATALOGUE) as ProblemCode[];

/** Where a problem stands. */
export interface Where {
  file?: string;
  /** What stands inside the file, outermost first: the member of an archive, the address of a record. */
  member?: string;
  /** From 1. */
  line?: number;
  /** In bytes; docs/intake.md says within what. */
  offset?: number;
}

/** Where something stands, in words: `FILE!MEMBER:LINE@OFFSET`, each part where it is known. */
export const placeOf = ({ file, member, line, offset }: Where): string =>
  `${file ?? ''}${member === undefined ? '' : `!${member}`}${line === undefined ? '' : `:${line}`}${offset === undefined ? '' : `@${offset}`}`;

export interface Problem extends Where {
  code: ProblemCode;
  message: string;
  remedy: string;
}

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (all, name: string) => (name in values ? String(values[name]) : all));

/** A problem of the catalogue, its words filled in. */
export function problem(code: ProblemCode, where: Where = {}, values: Readonly<Record<string, string | number>> = {}): Problem {
  const [message, remedy] = CATALOGUE[code];
  const all = { file: where.file ?? 'FILE', ...values };
  return { code, ...where, message: fill(message, all), remedy: fill(remedy, all) };
}

/** A problem that stops what is being done: thrown by the ledger and the coder, reported by whoever asked. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(given: Problem) {
    super(given.message);
    this.name = 'ProblemError';
    this.problem = given;
  }
}
