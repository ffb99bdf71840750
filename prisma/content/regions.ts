import { countryName } from './country-name.ts';

// Which countries are in which region: the geographic regions of the United Nations (M49), and others that people say.

export type Region = {
  /** As it stands in an address and in the filters. */
  slug: string;
  name: string;
  /** Countries by ISO 3166-1 alpha-2. */
  countries: ReadonlySet<string>;
  /** The name in each language of the United Nations, as people look for it. */
  names: Readonly<Record<string, readonly string[]>>;
};

const languages = ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const;

/**
 * Regions of M49 and their countries, from CLDR 46 (territoryContainment, which follows M49; Unicode License v3); the names are
 * those of CLDR too. Leaves of M49 that are more than one country deep stand with all of them.
 */
const m49: [code: string, countries: string, ...also: string[]][] = [
  [
    '002',
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW',
  ],
  ['015', 'DZ EG EH LY MA SD TN', 'North Africa'],
  [
    '202',
    'AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW IO KE KM LR LS MG ML MR MU MW MZ NA NE NG RE RW SC SH SL SN SO SS ST SZ TD TF TG TZ UG YT ZA ZM ZW',
  ],
  ['014', 'BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW', 'East Africa'],
  ['017', 'AO CD CF CG CM GA GQ ST TD', 'Central Africa'],
  ['018', 'BW LS NA SZ ZA'],
  ['011', 'BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG', 'West Africa'],
  [
    '419',
    'AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI',
    'Latin America and the Caribbean',
    'LAC',
  ],
  ['021', 'BM CA GL PM US', 'North America'],
  ['013', 'BZ CR GT HN MX NI PA SV'],
  ['029', 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI'],
  ['005', 'AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE'],
  [
    '142',
    'AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE',
  ],
  ['143', 'KG KZ TJ TM UZ'],
  ['030', 'CN HK JP KP KR MN MO TW', 'East Asia'],
  ['035', 'BN ID KH LA MM MY PH SG TH TL VN', 'South-eastern Asia', 'South-East Asia'],
  ['034', 'AF BD BT IN IR LK MV NP PK', 'South Asia'],
  ['145', 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE', 'West Asia'],
  [
    '150',
    'AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA',
  ],
  ['151', 'BG BY CZ HU MD PL RO RU SK UA'],
  ['154', 'AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ'],
  ['039', 'AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA'],
  ['155', 'AT BE CH DE FR LI LU MC NL'],
  ['009', 'AQ AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS'],
  ['054', 'FJ NC PG SB VU'],
  ['057', 'FM GU KI MH MP NR PW UM', 'Micronesia'],
  ['061', 'AS CK NU PF PN TK TO TV WF WS'],
];

/** Regions that M49 does not have, each with who says which countries are in it. */
const others: { slug: string; countries: string; names: Record<(typeof languages)[number], string[]> }[] = [
  {
    // United Nations Integrated Strategy for the Sahel, support plan of 2018.
    slug: 'sahel',
    countries: 'BF CM GM GN ML MR NE NG SN TD',
    names: { en: ['Sahel'], fr: ['Sahel'], es: ['Sahel'], ru: ['Сахель'], ar: ['الساحل الأفريقي', 'منطقة الساحل'], zh: ['萨赫勒'] },
  },
  {
    // Oceania of M49 without Australia, New Zealand and their islands.
    slug: 'pacific',
    countries: 'AS CK FJ FM GU KI MH MP NC NR NU PF PG PN PW SB TK TO TV UM VU WF WS',
    names: {
      en: ['Pacific', 'Pacific islands'],
      fr: ['Pacifique'],
      es: ['Pacífico'],
      ru: ['Тихий океан', 'Тихоокеанский регион'],
      ar: ['المحيط الهادئ'],
      zh: ['太平洋', '太平洋岛屿'],
    },
  },
  {
    // No organ of the United Nations has a list: Western Asia of M49 without the Caucasus and Cyprus, with Egypt and Iran.
    slug: 'middle-east',
    countries: 'AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE',
    names: {
      en: ['Middle East', 'Near East'],
      fr: ['Moyen-Orient', 'Proche-Orient'],
      es: ['Oriente Medio', 'Cercano Oriente'],
      ru: ['Ближний Восток'],
      ar: ['الشرق الأوسط'],
      zh: ['中东'],
    },
  },
  {
    // Members of the League of Arab States.
    slug: 'arab-states',
    countries: 'AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE',
    names: {
      en: ['Arab States', 'Arab region'],
      fr: ['États arabes'],
      es: ['Estados Árabes'],
      ru: ['арабские государства'],
      ar: ['الدول العربية', 'المنطقة العربية'],
      zh: ['阿拉伯国家'],
    },
  },
  {
    // Members of IGAD.
    slug: 'horn-of-africa',
    countries: 'DJ ER ET KE SD SO SS UG',
    names: { en: ['Horn of Africa'], fr: ["Corne de l'Afrique"], es: ['Cuerno de África'], ru: ['Африканский Рог'], ar: ['القرن الأفريقي'], zh: ['非洲之角'] },
  },
  {
    // The countries of south-eastern Europe that people call so.
    slug: 'balkans',
    countries: 'AL BA BG GR HR ME MK RO RS SI',
    names: { en: ['Balkans', 'Western Balkans'], fr: ['Balkans'], es: ['Balcanes'], ru: ['Балканы'], ar: ['البلقان'], zh: ['巴尔干'] },
  },
];

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');

/** Every region, the large ones first. */
export const regions: readonly Region[] = [
  ...m49.map(([code, countries, ...also]): Region => {
    const name = countryName(code);
    const names = Object.fromEntries(languages.map((language) => [language, [countryName(code, language), ...(language === 'en' ? also : [])]]));
    return { slug: slugOf(name), name, countries: new Set(countries.split(' ')), names };
  }),
  ...others.map(({ slug, countries, names }): Region => ({ slug, name: names.en[0] as string, countries: new Set(countries.split(' ')), names })),
];

const byCountry = new Map<string, Region[]>();
for (const region of regions) for (const code of region.countries) byCountry.set(code, [...(byCountry.get(code) ?? []), region]);

/** The regions a country is in; none for a code that no region has. */
export const regionsOf = (code: string): readonly Region[] => byCountry.get(code) ?? [];

/** The regions of several countries, each once. */
export const regionsOfAll = (codes: readonly string[]): Region[] => [...new Set(codes.flatMap((code) => [...regionsOf(code)]))];
