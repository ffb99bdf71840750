/** The records that an address names: `ids=projects/a&ids=projects/b` or `ids=projects/a,projects/b`; a bare slug is a project. */
export function addressesIn(url: URL, most: number): { addresses: string[]; more: number } {
  const asked = url.searchParams
    .getAll('ids')
    .flatMap((text) => text.split(','))
    .map((text) => text.trim().replace(/^\//, ''))
    .filter((text) => text !== '')
    .map((text) => `/${text.includes('/') ? text : `projects/${text}`}`);
  const distinct = [...new Set(asked)];
  return { addresses: distinct.slice(0, most), more: Math.max(0, distinct.length - most) };
}
