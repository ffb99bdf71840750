// A record stores each of its filter values as one character, which stands for the code of the value.

/** Code points below this one are not used, so that a stored string stays printable; surrogates are skipped. */
const FACET_BASE = 256;
export const characterOf = (code: number): string => String.fromCodePoint(code + FACET_BASE < 0xd800 ? code + FACET_BASE : code + FACET_BASE + 0x800);
const codeOfPoint = (point: number) => (point < 0xd800 ? point - FACET_BASE : point - FACET_BASE - 0x800);

/** Calls for the code of each character of a text, in their order. */
function eachCode(facets: string, call: (code: number) => void): void {
  for (let at = 0; at < facets.length; at++) {
    let point = facets.charCodeAt(at);
    // The first half of a character beyond the first 65,536.
    if (point >= 0xd800 && point < 0xdc00) point = facets.codePointAt(at++) ?? 0;
    call(codeOfPoint(point));
  }
}
export function codesOf(facets: string): number[] {
  const codes: number[] = [];
  eachCode(facets, (code) => codes.push(code));
  return codes;
}
