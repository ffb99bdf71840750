/** Levels of JSON that comes in: what is kept has about ten, and every function that walks a value calls itself once a level. */
export const LEVELS = 64;
/** Those of a whole body: its arguments stand a few levels inside it. */
export const BODY_LEVELS = LEVELS + 8;

/**
 * Whether JSON has more levels of lists and objects than `most`, told from its signs in one pass: parsing it does not fail on
 * thousands of levels, but nearly everything that is then done with it would.
 * @param json in UTF-8; what is no JSON has some answer too
 */
export function nestsDeeper(json: Uint8Array, most: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (quoted) {
      if (sign === 0x5c) at++;
      else if (sign === 0x22) quoted = false;
    } else if (sign === 0x22) quoted = true;
    else if (sign === 0x5b || sign === 0x7b) {
      if (++depth > most) return true;
    } else if (sign === 0x5d || sign === 0x7d) depth--;
  }
  return false;
}
