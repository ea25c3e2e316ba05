import { ServiceError } from '../errors.ts';

/** The limits of what a request may hold. */
export type InspectLimits = {
  readonly tokensMax: number;
  readonly depthMax: number;
  readonly recursiveSelectionsMax: number;
  readonly aliasesMax: number;
  readonly rootFieldsMax: number;
  readonly repeatsMax: number;
  readonly directivesMax: number;
  readonly introspectionsMax: number;
  readonly inputDepthMax: number;
  readonly conditionsMax: number;
  readonly itemsMax: number;
  readonly textMax: number;
};

/** Those of documents that are our own, or were looked at before: nothing is too much. */
export const unlimited: InspectLimits = {
  tokensMax: Number.POSITIVE_INFINITY,
  depthMax: Number.POSITIVE_INFINITY,
  recursiveSelectionsMax: Number.POSITIVE_INFINITY,
  aliasesMax: Number.POSITIVE_INFINITY,
  rootFieldsMax: Number.POSITIVE_INFINITY,
  repeatsMax: Number.POSITIVE_INFINITY,
  directivesMax: Number.POSITIVE_INFINITY,
  introspectionsMax: Number.POSITIVE_INFINITY,
  inputDepthMax: Number.POSITIVE_INFINITY,
  conditionsMax: Number.POSITIVE_INFINITY,
  itemsMax: Number.POSITIVE_INFINITY,
  textMax: Number.POSITIVE_INFINITY,
};

/** The refusal of an operation that goes past a limit, which it names. */
export function limitError(what: string, max: number, name: string): ServiceError {
  return new ServiceError('OPERATION_LIMIT', `The operation ${what}; the service takes ${max} (${name}).`, {
    hint: `Ask for less, or in several operations; ${name} sets the limit.`,
  });
}

/** The refusal of a list among the values of a request that is too long. */
export function tooMany({ length }: readonly unknown[], max: number): ServiceError {
  return limitError(`has a list of ${length} items`, max, 'ITEMS_MAX');
}

/** The refusal of a text among the values of a request that is too long. */
export function tooLong({ length }: string, max: number): ServiceError {
  return limitError(`has a text of ${length} characters`, max, 'TEXT_MAX');
}

/** The refusal of what the parser gave up for its size; nothing where the text is at fault. */
export function refusedByParser(
  error: unknown,
  { depthMax, tokensMax }: Pick<InspectLimits, 'depthMax' | 'tokensMax'>,
): ServiceError | undefined {
  const words = String(error);
  if (/Maximum call stack/.test(words))
    return limitError('is nested too deep to be read', depthMax, 'DEPTH_MAX');
  if (!/more th[ae][nt] \d+ tokens/.test(words)) return undefined;
  return limitError('has more tokens', tokensMax, 'TOKENS_MAX');
}
