const displayNames = new Map<string, Intl.DisplayNames>();

/** The usual short name of a country (ISO 3166-1 alpha-2) or region (M49, three digits) in a language, as CLDR has it. */
export function countryName(code: string, language = 'en'): string {
  const names = displayNames.get(language) ?? new Intl.DisplayNames(language, { type: 'region' });
  displayNames.set(language, names);
  return names.of(code) ?? code;
}
