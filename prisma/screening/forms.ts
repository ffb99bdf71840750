/**
 * What names of companies and persons share: legal forms, titles, particles. Forms that mean the same have one name, so that
 * "GmbH" and "Gesellschaft mit beschränkter Haftung" are alike. Words are written as letters.ts writes them.
 */
const forms: Record<string, string[]> = {
  limited: ['ltd', 'limited', 'ltda', 'limitada', 'llc', 'limited liability company', 'private limited', 'pvt', 'pte', 'pty', 'pt', 'sdn', 'bhd'],
  gmbh: ['gmbh', 'gesellschaft mit beschrankter haftung', 'mbh', 'gesmbh'],
  sarl: ['sarl', 'sarlu', 'societe a responsabilite limitee', 'srl', 'societatea cu raspundere limitata', 'societa a responsabilita limitata', 'sl', 'sociedad limitada', 'lda', 'bvba'],
  bv: ['bv', 'besloten vennootschap', 'nv', 'naamloze vennootschap'],
  ooo: ['ooo', 'obshchestvo s ogranichennoy otvetstvennostyu', 'obshchestvo s ogranichennoi otvetstvennostiu', 'obshchestvo s ogranichennoi otvetstvennostyu', 'tov', 'too'],
  zoo: ['sp z oo', 'spolka z oo', 'sro', 's r o', 'doo', 'd o o', 'eood', 'ood', 'kft', 'oy', 'ab', 'as', 'aps'],
  stock: ['plc', 'public limited company', 'ag', 'akg', 'aktiengesellschaft', 'sa', 'sas', 'societe anonyme', 'sociedad anonima', 'spa', 'sab', 'sa de cv', 'sab de cv', 'cv', 'se', 'kgaa', 'jsc', 'ojsc', 'pjsc', 'cjsc', 'oao', 'zao', 'pao', 'ao', 'joint stock company', 'open joint stock company', 'public joint stock company', 'closed joint stock company', 'aktsionernoe obshchestvo', 'otkrytoe aktsionernoe obshchestvo', 'publichnoe aktsionernoe obshchestvo', 'zakrytoe aktsionernoe obshchestvo', 'corp', 'corporation', 'inc', 'incorporated', 'oyj', 'asa', 'kk', 'tbk', 'a s'],
  partnership: ['lp', 'llp', 'limited partnership', 'kg', 'ohg', 'gbr', 'snc', 'sca'],
  chinese: ['you xian gong si', 'you xian ze ren gong si', 'gu fen you xian gong si', 'youxian gongsi', 'gufen youxian gongsi', 'youxiangongsi', 'gong si', 'gongsi', 'ji tuan', 'yugen gaisha', 'kabushiki gaisha', 'ju sig hoe sa', 'jusikhoesa'],
  arabic: ['dhmm', 'sharika', 'sharikat', 'shrka', 'shrkt', 'alshrka', 'fze', 'fzco', 'fz', 'wll', 'mhdwda', 'almhdwda', 'msahma'],
  company: ['co', 'company', 'compagnie', 'compania', 'cie', 'and co', 'foundation'],
}; // biome-ignore format: one table

const all = Object.entries(forms).flatMap(([form, names]) => names.map((name) => ({ form, tokens: name.split(' ') })));
/** Forms of one word. */
export const formWords: ReadonlyMap<string, string> = new Map(
  all.filter(({ tokens }) => tokens.length === 1).map(({ form, tokens }) => [tokens[0] as string, form]),
);
/** Forms of several words, the longest first. */
export const phrases = all.filter(({ tokens }) => tokens.length > 1).sort((a, b) => b.tokens.length - a.tokens.length);

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Words before and after a name that are no part of it. */
export const titles = set(
  'mr mrs ms miss dr prof professor sir lady lord mister herr frau monsieur madame mme senor senora sheikh shaikh shaykh sheik sayyid sayyed sayed hajji haji hadji mullah maulavi maulawi mawlawi qari ustad president prasident prasidentin presidente minister general gen colonel col captain major admiral na jr sr phd mv ms mt',
);
/** Short words that many names have and spellings leave out. */
export const particles = set(
  'al el ul ud ur ad as ash an ar at bin ibn ben bint binti bt ould wuld abu abou umm von van der den de del della di da dos das du la le los las the of and und et y i for fur pour and a e o ve wa',
);
/** Words that many companies share: they count less than the others, and still count. */
export const fillers = set('group holding holdings international global services solutions trading industries enterprises bank trust fund');
