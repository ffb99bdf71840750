type Matrix = {
  layers: { number: number; title: string }[];
  questions: { id: string; text: string }[];
  considerations: { id: string; title: string }[];
} | null;

/** What a place of the decision matrix says, by its id: a question, a consideration, or Table 3 as a whole. Unknown ids are left out. */
export function questionTitles(ids: readonly string[], matrix: Matrix): { id: string; title: string }[] {
  const titles = new Map<string, string>([
    ...(matrix?.questions ?? []).map(({ id, text }) => [id, text] as const),
    ...(matrix?.considerations ?? []).map(({ id, title }) => [id, title] as const),
    ...(matrix?.layers ?? []).filter(({ number }) => number === 3).map(({ title }) => ['table-3', title] as const),
  ]);
  return ids.flatMap((id) => {
    const title = titles.get(id);
    return title ? [{ id, title }] : [];
  });
}
