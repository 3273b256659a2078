/** How a measure says what it is, once, for the command line, the API and the page. */

export interface NumberParameter {
  name: string;
  about: string;
  default: number;
  /** What the number counts: `days`, `happenings`, `share`. */
  unit: string;
  least: number;
  most: number;
  /** Whole numbers only. */
  whole?: true;
}

export interface ChoiceParameter {
  name: string;
  about: string;
  default: string;
  choices: readonly string[];
}

export type Parameter = NumberParameter | ChoiceParameter;

export interface Output {
  name: string;
  about: string;
  unit?: string;
}

export interface Declaration {
  name: string;
  /** The question it answers, in a person's words. */
  question: string;
  /** What it is computed from: `events of the pair`, `ties`, `blocs`. */
  inputs: readonly string[];
  parameters: readonly Parameter[];
  outputs: readonly Output[];
  /** The published source of the method. */
  source: string;
}

type ValueOf<P> = P extends { choices: readonly (infer C)[] } ? C : number;

/** The parameters of a declaration as its function takes them. */
export type ParametersOf<D extends Declaration> = { readonly [P in D['parameters'][number] as P['name']]: ValueOf<P> };

/** The parameters as they stand where nobody sets them. */
export const defaultsOf = <D extends Declaration>(declaration: D): ParametersOf<D> =>
  Object.fromEntries(declaration.parameters.map((parameter) => [parameter.name, parameter.default])) as ParametersOf<D>;

/** What was wrong with a parameter that a person set. */
export interface ParameterFault {
  name: string;
  message: string;
}

/** Reads one parameter as a person wrote it. */
export function readParameter(parameter: Parameter, given: string): { value: number | string } | ParameterFault {
  const { name } = parameter;
  if ('choices' in parameter) {
    const match = parameter.choices.find((choice) => choice.toLowerCase() === given.trim().toLowerCase());
    return match === undefined ? { name, message: `"${given}" is none of ${parameter.choices.join(', ')}` } : { value: match };
  }
  const value = given.trim() === '' ? Number.NaN : Number(given), { least, most, whole } = parameter;
  if (Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value))) return { value };
  return { name, message: `"${given}" is no ${whole ? 'whole ' : ''}number from ${least} to ${most}` };
}
