/**
 * Names for measuring the matcher. Nobody bears them: they are characters of novels and tales whose authors died long ago
 * (Austen, Dickens, Dumas, Tolstoy, Verne, the Thousand and One Nights, Journey to the West), and words made of syllables.
 */
export const random = (seed: number) => () => {
  // Mulberry32: the same numbers on every machine.
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
type Random = () => number;
const pick = <T>(from: readonly T[], rnd: Random): T => from[Math.floor(rnd() * from.length)] as T;
const cap = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const given =
  'Edmond Fernand Mercedes Gaspard Albert Haydee Natasha Andrei Pierre Nikolai Marya Helene Anatole Fedor Vasili Boris Phileas Cyrus Aronnax Conseil Elizabeth Fitzwilliam Emma Darcy Oliver Barnaby Ebenezer Martin Nicholas Dorrit Sindbad Aladdin Morgiana Jafar Shahrazad Dunyazad Marjana Khalifa Masrur Nuradin Badroul Kasim Zubayda Harun Rodion Porfiry Sofya Dmitri Katerina Grigori Pavel Raskol Wukong Bajie Wujing Baoyu Daiyu Baochai Xifeng Songjiang Linchong Luzhi'.split(
    ' ',
  );
const family =
  'Dantes Mondego Danglars Villefort Morrel Bolkonsky Bezukhov Rostov Kuragin Dolokhov Karagin Drubetskoy Fogg Passepartout Nemo Strogoff Ogareff Lidenbrock Bennet Wickham Knightley Dashwood Willoughby Woodhouse Copperfield Micawber Nickleby Squeers Pickwick Chuzzlewit Gradgrind Bounderby Havisham Magwitch Raskolnikov Svidrigailov Razumikhin Karamazov Smerdyakov Verkhovensky Stavrogin Oblomov Bazarov Kirsanov Onegin Lensky Pechorin Chichikov Nozdryov Sobakevich'.split(
    ' ',
  );
const starts =
  'ba be bo da de di dra fa fe ga gro ha he ja ka ke kra la le lu ma me mo na ne no pa pe pra ra re ri sa se sha si sta ta te ti tra va ve vi za ze zo cha gra bri'.split(
    ' ',
  );
const middles = 'la le li lo ma mi mo na ne ni no ra ri ro sa si so ta ti to va vi vo da di do ka ki ko ba bi ga ze sha'.split(' ');
const ends = 'n r s l k m ra na ni ko va ri d t sh n nd rk st x lin ran ton vik mar der'.split(' ');
/** A word that nothing is called. */
export const madeWord = (rnd: Random): string =>
  cap(pick(starts, rnd) + (rnd() < 0.75 ? pick(middles, rnd) : '') + (rnd() < 0.3 ? pick(middles, rnd) : '') + pick(ends, rnd));
const trades =
  'Trading Shipping Mining Textiles Foods Cement Chemicals Logistics Electronics Petroleum Metals Marine Aviation Construction Holding Finance Timber Agro Motors Telecom'.split(
    ' ',
  );

export type Made = { kind: 'PERSON' | 'ORGANIZATION'; name: string };
/** The name of a person or a company that nobody bears. */
export function madeName(rnd: Random): Made {
  if (rnd() < 0.55) {
    const first = rnd() < 0.3 ? pick(given, rnd) : madeWord(rnd);
    const last = rnd() < 0.15 ? pick(family, rnd) : madeWord(rnd);
    return { kind: 'PERSON', name: rnd() < 0.35 ? `${first} ${madeWord(rnd)} ${last}` : `${first} ${last}` };
  }
  return {
    kind: 'ORGANIZATION',
    name: `${madeWord(rnd)} ${rnd() < 0.4 ? `${madeWord(rnd)} ` : ''}${pick(trades, rnd)} ${pick(['Ltd', 'LLC', 'GmbH', 'JSC', 'SARL', 'Inc', 'Co'], rnd)}`,
  };
}

/** A list of made entries with aliases, each a name of its own. */
export function madeList(entries: number, aliases: number, seed = 1): { kind: Made['kind']; names: string[] }[] {
  const rnd = random(seed);
  return Array.from({ length: entries }, () => {
    const { kind, name } = madeName(rnd);
    const names = [name];
    while (names.length <= aliases) {
      const other = madeName(rnd);
      if (other.kind === kind) names.push(other.name);
    }
    return { kind, names };
  });
}

const cyrillicPairs: [string, string][] = [['shch', 'щ'], ['sh', 'ш'], ['ch', 'ч'], ['zh', 'ж'], ['kh', 'х'], ['ts', 'ц'], ['ya', 'я'], ['yu', 'ю'], ['yo', 'ё'], ['x', 'кс'], ['a', 'а'], ['b', 'б'], ['v', 'в'], ['w', 'в'], ['g', 'г'], ['d', 'д'], ['e', 'е'], ['z', 'з'], ['i', 'и'], ['j', 'дж'], ['k', 'к'], ['c', 'к'], ['q', 'к'], ['l', 'л'], ['m', 'м'], ['n', 'н'], ['o', 'о'], ['p', 'п'], ['r', 'р'], ['s', 'с'], ['t', 'т'], ['u', 'у'], ['f', 'ф'], ['h', 'х'], ['y', 'й']]; // biome-ignore format: a table
const arabicPairs: [string, string][] = [['sh', 'ش'], ['ch', 'تش'], ['kh', 'خ'], ['gh', 'غ'], ['th', 'ث'], ['dh', 'ذ'], ['zh', 'ج'], ['ou', 'و'], ['oo', 'و'], ['ee', 'ي'], ['b', 'ب'], ['p', 'ب'], ['t', 'ت'], ['j', 'ج'], ['g', 'ج'], ['h', 'ه'], ['d', 'د'], ['r', 'ر'], ['z', 'ز'], ['s', 'س'], ['f', 'ف'], ['v', 'ف'], ['q', 'ق'], ['k', 'ك'], ['c', 'ك'], ['x', 'كس'], ['l', 'ل'], ['m', 'م'], ['n', 'ن'], ['w', 'و'], ['y', 'ي'], ['o', 'و'], ['u', 'و'], ['i', 'ي']]; // biome-ignore format: a table

function spelled(word: string, pairs: [string, string][], vowels: (at: number, letter: string) => string | null): string {
  const text = word.toLowerCase();
  let out = '';
  for (let at = 0; at < text.length; ) {
    const vowel = vowels(at, text[at] as string);
    if (vowel !== null) {
      out += vowel;
      at++;
      continue;
    }
    const [from, to] = pairs.find(([one]) => text.startsWith(one, at)) ?? [text[at] as string, text[at] as string];
    out += to;
    at += from.length;
  }
  return out;
}
const words = (name: string, change: (word: string) => string) => name.split(' ').map(change).join(' ');
export const inCyrillic = (name: string) => words(name, (word) => cap(spelled(word, cyrillicPairs, () => null)));
/** As a newspaper would: a is written where it begins a word, in every second place within it, e hardly ever. */
export const inArabic = (name: string, rnd: Random) =>
  words(name, (word) =>
    spelled(word.replace(/(.)\1/g, '$1'), arabicPairs, (at, letter) =>
      letter === 'a'
        ? at === 0 || rnd() < 0.5
          ? 'ا'
          : ''
        : letter === 'e'
          ? at === 0
            ? 'ا'
            : rnd() < 0.3
              ? 'ي'
              : ''
          : letter === 'i' && at === 0
            ? 'إ'
            : null,
    ),
  );

/** Syllables of Mandarin, each with a sign that is read so. */
const signs: [string, string][] = [['sun', '孙'], ['wu', '悟'], ['kong', '空'], ['jia', '贾'], ['bao', '宝'], ['yu', '玉'], ['lin', '林'], ['dai', '黛'], ['xue', '薛'], ['wang', '王'], ['xi', '熙'], ['feng', '凤'], ['song', '宋'], ['jiang', '江'], ['lu', '鲁'], ['zhi', '智'], ['shen', '深'], ['cao', '曹'], ['guan', '关'], ['zhang', '张'], ['fei', '飞'], ['zhao', '赵'], ['yun', '云'], ['liu', '刘'], ['bei', '备'], ['ma', '马'], ['huang', '黄'], ['zhong', '忠'], ['wei', '魏'], ['pang', '庞'], ['tong', '统'], ['xu', '徐'], ['shu', '庶'], ['zhou', '周'], ['lü', '吕'], ['meng', '孟'], ['huo', '获'], ['deng', '邓'], ['ai', '艾'], ['hai', '海'], ['tang', '唐'], ['seng', '僧'], ['jing', '净'], ['hua', '华'], ['mei', '梅'], ['qing', '青'], ['shan', '山'], ['long', '龙'], ['bo', '波'], ['tian', '天']]; // biome-ignore format: a table
/** A person or company of China in Latin letters and in its own. */
export function madeChinese(rnd: Random): { kind: Made['kind']; latin: string; signs: string } {
  const [one, two, three, four] = [pick(signs, rnd), pick(signs, rnd), pick(signs, rnd), pick(signs, rnd)];
  const joined = (...of: [string, string][]) => of.map(([, sign]) => sign).join('');
  const read = (...of: [string, string][]) =>
    cap(
      of
        .map(([syllable]) => syllable)
        .join('')
        .replaceAll('ü', 'u'),
    );
  if (rnd() < 0.6) return { kind: 'PERSON', latin: `${read(one)} ${read(two, three)}`, signs: joined(one, two, three) };
  return { kind: 'ORGANIZATION', latin: `${read(one, two)} ${read(three, four)} Co Ltd`, signs: `${joined(one, two, three, four)}有限公司` };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** One slip of the hand: a letter left out, doubled, wrong, or two that changed places; the first letter stays. */
export function mistyped(name: string, rnd: Random): string {
  const long = name.split(' ').map((word, index) => ({ word, index })).filter(({ word }) => word.length >= 4); // biome-ignore format: a chain
  const { index, word } = pick(long, rnd);
  const at = 1 + Math.floor(rnd() * (word.length - 2));
  const slip = Math.floor(rnd() * 4);
  const wrong =
    slip === 0
      ? word.slice(0, at) + word.slice(at + 1)
      : slip === 1
        ? word.slice(0, at) + word[at] + word.slice(at)
        : slip === 2
          ? word.slice(0, at) + pick([...letters], rnd) + word.slice(at + 1)
          : word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  return name.split(' ').map((other, place) => (place === index ? wrong : other)).join(' '); // biome-ignore format: a chain
}

const bare = (name: string) => name.replace(/ (Ltd|LLC|GmbH|JSC|SARL|Inc|Co)$/, '');
const otherForms = [
  'Limited',
  'L.L.C.',
  'Gesellschaft mit beschränkter Haftung',
  'Joint Stock Company',
  'S.A.R.L.',
  'Sp. z o.o.',
  'Aktiengesellschaft',
  'S.A. de C.V.',
  'p.l.c.',
  'Pty Ltd',
];
/** The same company with another form, in front or behind. */
export const otherForm = (name: string, rnd: Random) =>
  rnd() < 0.25 ? `${pick(['ООО', 'OAO', 'JSC', 'PT'], rnd)} "${bare(name)}"` : `${bare(name)} ${pick(otherForms, rnd)}`;
export const reordered = (name: string, rnd: Random) => {
  const parts = name.split(' ');
  return rnd() < 0.5 ? `${parts.at(-1)}, ${parts.slice(0, -1).join(' ')}` : [...parts].reverse().join(' ');
};
const joinedUp = (name: string, rnd: Random) => name.replace(' ', rnd() < 0.5 ? '-' : '');
export const initialed = (name: string) => name.replace(/^(\w)\w+/, '$1.');
export const accented = (name: string) =>
  name
    .replace(/a(?=.*a)/, 'á')
    .replace(/o/, 'ö')
    .replace(/c(?=[^h])/, 'ç')
    .toUpperCase();

export type Variant = { how: string; of: number; written: string };
/** Ways to write the names of a list otherwise, evenly of each kind. @param many of each kind */
export function madeVariants(list: { kind: Made['kind']; names: string[] }[], many: number, seed = 7): Variant[] {
  const rnd = random(seed);
  const ways: [string, Made['kind'] | null, (name: string) => string][] = [
    ['Arabic script', null, (name) => inArabic(bare(name), rnd)],
    ['Cyrillic script', null, (name) => inCyrillic(bare(name))],
    ['a slip of the hand', null, (name) => mistyped(name, rnd)],
    ['two slips', null, (name) => mistyped(mistyped(name, rnd), rnd)],
    ['another company form', 'ORGANIZATION', (name) => otherForm(name, rnd)],
    ['another form and a slip', 'ORGANIZATION', (name) => otherForm(mistyped(name, rnd), rnd)],
    ['reordered', 'PERSON', (name) => reordered(name, rnd)],
    ['joined up', 'PERSON', (name) => joinedUp(name, rnd)],
    ['an initial', 'PERSON', initialed],
    ['accents and capitals', null, accented],
  ];
  return ways.flatMap(([how, kind, change]) => {
    const made: Variant[] = [];
    while (made.length < many) {
      const of = Math.floor(rnd() * list.length);
      const entry = list[of] as (typeof list)[number];
      if (kind && entry.kind !== kind) continue;
      made.push({ how, of, written: change(pick(entry.names, rnd)) });
    }
    return made;
  });
}
