/** Programmes of invented centres for boards: in several languages, with long words, with much and with nothing. */
import type { PublicCentre } from "#shared/centres/schema.ts";
import type { Language, Text } from "#shared/languages.ts";
import type { Entry } from "#shared/programme.ts";
import type { Media } from "#shared/schema.ts";
import type { Notice } from "#shared/notices/schema.ts";
import { aberhelyg, en, entry, event, hourly, larkhill, leaflet, placed, shown, vacancy, yearly } from "./pages-fixture.ts"; // prettier-ignore

/** Tuesday 24 November 2026, 10:24 in London. */
export const MORNING = Date.parse("2026-11-24T10:24:00Z");

export const OPEN_ALL_DAY: PublicCentre = { ...larkhill, opening: [], languages: ["en"] };

export function media(name: string, kind: Media["kind"], width: number, height: number): Media {
  const ending = { picture: "webp", page: "webp", video: "mp4", pdf: "pdf" }[kind];
  return { id: `${name.padEnd(24, "0")}.${ending}`, kind, width, height, alt: en(name) };
}

export function notice(title: Text, changes: Partial<Notice> = {}): Notice {
  return { title, text: null, urgent: false, picture: null, video: null, ...changes };
}

/** A text in several languages, the first of which it was written in. */
export function text(words: Partial<Record<Language, string>>): Text {
  return { original: Object.keys(words)[0] as Language, words };
}

const JOBS = [
  ["ta", vacancy(text({ en: "Teaching assistant", cy: "Cynorthwyydd addysgu", ur: "تدریسی معاون" })), { by: "foot", minutes: 8, line: null }],
  ["midwife", vacancy(text({ en: "Community midwife support", cy: "Cymorth bydwragedd cymunedol", ur: "کمیونٹی مڈوائف سپورٹ" }), { employer: "Northbrook Hospital", pay: yearly(24071, 12.31), patterns: ["part-time"], hours: { text: "3 days", perWeek: 22.5, weeksPerYear: 52 } }), { by: "bus", minutes: 15, line: "36" }],
  ["driver", vacancy(text({ en: "Trainee bus driver", cy: "Gyrrwr bws dan hyfforddiant", ur: "زیر تربیت بس ڈرائیور" }), { employer: "Riverside Buses", pay: hourly(14.2), patterns: ["full-time"], hours: null }), { by: "bus", minutes: 22, line: "76" }],
  ["cook", vacancy(text({ en: "School cook", cy: "Cogydd ysgol", ur: "اسکول کا باورچی" }), { pay: hourly(12.6), patterns: ["school-hours", "term-time"], hours: { text: null, perWeek: 25, weeksPerYear: 39 } }), { by: "foot", minutes: 12, line: null }],
  ["care", vacancy(text({ en: "Home care worker", cy: "Gweithiwr gofal cartref", ur: "گھریلو نگہداشت کارکن" }), { employer: "Kindly Care", pay: { ...hourly(13.1), max: 14.5, text: null }, patterns: ["evenings", "weekends"], hours: null, needsWelsh: "useful" }), { by: "car", minutes: 10, line: null }],
  ["admin", vacancy(text({ en: "Receptionist at a GP surgery", cy: "Derbynnydd mewn meddygfa", ur: "جی پی سرجری میں استقبالیہ" }), { employer: "Mill Lane Surgery", pay: yearly(23500, 12.05), patterns: ["job-share"], hours: { text: "9.30–2.30, Mon to Wed", perWeek: 15, weeksPerYear: 52 } }), { by: "foot", minutes: 4, line: null }],
  ["cleaner", vacancy(text({ en: "Cleaner, early mornings", cy: "Glanhawr, boreau cynnar", ur: "صفائی کارکن، صبح سویرے" }), { employer: "Brightwell", patterns: ["part-time"], contract: "casual", hours: null }), { by: "bus", minutes: 9, line: "12" }],
  ["nursery", vacancy(text({ en: "Nursery nurse apprentice", cy: "Prentis nyrs feithrin", ur: "نرسری نرس اپرنٹس" }), { employer: "Little Larks Nursery", contract: "apprenticeship", pay: hourly(8.2), hours: null }), { by: "foot", minutes: 15, line: null }],
  ["shop", vacancy(text({ en: "Shop assistant", cy: "Cynorthwyydd siop", ur: "دکان معاون" }), { employer: "Corner Stores", patterns: ["flexible"], pay: null, hours: { text: null, perWeek: 16, weeksPerYear: 52 } }), null],
  ["dev", vacancy(text({ en: "Junior web developer, from home", cy: "Datblygwr gwe iau, o gartref", ur: "جونیئر ویب ڈویلپر، گھر سے" }), { employer: "Pennine Digital", remote: true, patterns: ["from-home"], pay: yearly(27000, 14.2), hours: null }), null],
] as const; // prettier-ignore

/** The first so many of ten jobs, on the board of a centre. */
export function jobs(centre: string, count: number = JOBS.length): readonly Entry[] {
  return JOBS.slice(0, count).flatMap(([id, body, travel], at) => [
    entry("vacancy", id, shown<"vacancy">(body)),
    entry("placement", `${centre}-${id}`, placed(id, at, { centre, travel })),
  ]);
}

export const BREW = event(
  text({
    en: "Meet local employers over a brew",
    cy: "Cwrdd â chyflogwyr lleol dros baned",
    ur: "چائے پر مقامی آجروں سے ملیں",
  }),
  {
    summary: text({
      en: "Nine employers, no appointment, no forms. Bring the children: the crèche is open and free.",
      cy: "Naw cyflogwr, dim apwyntiad, dim ffurflenni. Dewch â’r plant: mae’r crèche ar agor ac am ddim.",
      ur: "نو آجر، نہ اپائنٹمنٹ، نہ فارم۔ بچوں کو ساتھ لائیں: کریش کھلا ہے اور مفت ہے۔",
    }),
    place: text({ en: "Main hall", cy: "Y brif neuadd", ur: "مرکزی ہال" }),
    free: false,
  },
);

export const ADVISER = event(text({ en: "Work adviser", cy: "Cynghorydd gwaith", ur: "روزگار مشیر" }), {
  summary: text({
    en: "Work, childcare costs, training.",
    cy: "Gwaith, costau gofal plant, hyfforddiant.",
    ur: "کام، بچوں کی دیکھ بھال کے اخراجات، تربیت۔",
  }),
  place: text({
    en: "At the blue table by the buggy park: just say hello.",
    cy: "Wrth y bwrdd glas ger y bygis: dewch i ddweud helo.",
    ur: "بگی پارک کے پاس نیلی میز پر۔",
  }),
  first: { day: "2026-11-03", start: "09:30", end: "12:30" },
  repeats: { every: { weeks: 1 }, days: ["tue"], until: null },
  session: { name: "Jo", consent: "2026-11-02T09:00:00Z", here: null },
  creche: null,
});

const PLAY = event(text({ en: "Stay and play", cy: "Aros a chwarae", ur: "آئیں اور کھیلیں" }), {
  summary: text({
    en: "Songs, sand and a sit-down.",
    cy: "Caneuon, tywod a seibiant.",
    ur: "گانے، ریت اور آرام۔",
  }),
  place: text({ en: "Garden room", cy: "Ystafell yr ardd", ur: "باغ کا کمرہ" }),
  first: { day: "2026-11-02", start: "10:00", end: "11:30" },
  repeats: { every: { weeks: 1 }, days: ["mon", "wed"], until: null },
  picture: media("play", "picture", 1200, 900),
  creche: null,
});

const ENGLISH = event(text({ en: "Learn English with your child", cy: "Dysgu Saesneg gyda’ch plentyn", ur: "اپنے بچے کے ساتھ انگریزی سیکھیں" }), {
  first: { day: "2026-11-25", start: "13:00", end: "14:30" },
  summary: null,
  languages: ["en", "ur"],
  creche: "paid",
}); // prettier-ignore

export const CHILDCARE = leaflet(
  text({
    en: "Help with childcare costs",
    cy: "Help gyda chostau gofal plant",
    ur: "بچوں کی دیکھ بھال کے اخراجات میں مدد",
  }),
  {
    summary: text({
      en: "Most working families can get some. See what you could get, and how to ask.",
      cy: "Gall y rhan fwyaf o deuluoedd sy’n gweithio gael rhywfaint. Gweld beth allech chi ei gael.",
      ur: "زیادہ تر کام کرنے والے خاندان مدد لے سکتے ہیں۔ دیکھیں آپ کو کیا مل سکتا ہے۔",
    }),
    pdfs: { en: { file: media("childcare", "pdf", 1, 1), pages: [media("page", "page", 900, 1273)] } },
  },
);

const PARKING = notice(text({ en: "The car park is closed on Tuesday", cy: "Mae’r maes parcio ar gau ddydd Mawrth", ur: "منگل کو کار پارک بند ہے" }), {
  text: text({ en: "The gate is being mended. Please come in by the garden.", cy: "Mae’r giât yn cael ei thrwsio. Dewch i mewn drwy’r ardd.", ur: "گیٹ کی مرمت ہو رہی ہے۔ براہ کرم باغ سے اندر آئیں۔" }),
}); // prettier-ignore

export const SLIDES: readonly Entry[] = [
  entry("event", "brew", shown<"event">(BREW)),
  entry("event", "adviser", shown<"event">(ADVISER)),
  entry("event", "play", shown<"event">(PLAY)),
  entry("event", "english", shown<"event">(ENGLISH)),
  entry("leaflet", "childcare", shown<"leaflet">(CHILDCARE)),
  entry("notice", "parking", shown<"notice">(PARKING)),
];

export function centreEntry(centre: PublicCentre): Entry {
  return entry("centre", centre.slug, centre);
}

export const URGENT = notice(text({ en: "We are closing at 2 today because of the snow", cy: "Byddwn yn cau am 2 heddiw oherwydd yr eira", ur: "برف کی وجہ سے آج ہم 2 بجے بند کریں گے" }), {
  urgent: true,
  text: text({ en: "Please collect your children by half past one. Ring us if you cannot.", cy: "Casglwch eich plant erbyn hanner awr wedi un. Ffoniwch ni os na allwch.", ur: "براہ کرم اپنے بچوں کو ڈیڑھ بجے تک لے جائیں۔" }),
}); // prettier-ignore

const LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
const LONG_TITLE =
  "Cynorthwyydd cymorth dysgu a gofal plant yn yr ysgol gynradd gymunedol, gyda chyfrifoldebau ychwanegol am y clwb brecwast";

const LONG_WORDS: readonly Entry[] = [
  entry("event", "long", shown<"event">(event(text({ cy: LONG_TITLE, en: `A morning for families in ${LONG} with everything that you wanted to ask` }), {
    summary: en("Nine employers, no appointment, no forms. ".repeat(12)),
    place: en("The upstairs meeting room beside the old swimming pool changing rooms, second door on the left"),
    languages: ["en", "cy", "pl", "ro", "ur", "pa", "bn", "ar"],
    booking: en("Book at the desk, or ring us between nine and three on any weekday except Thursday."),
  }))),
  entry("notice", "word", shown<"notice">(notice(en(LONG), { text: en(`${LONG} `.repeat(6)) }))),
  entry("event", "session", shown<"event">({ ...ADVISER, title: en(`Work adviser for ${LONG}`), summary: en("All about work. ".repeat(20)) })),
  ...["one", "two", "three", "four", "five"].flatMap((id, at) => [
    entry("vacancy", id, shown<"vacancy">(vacancy(text({ cy: LONG_TITLE, en: `${LONG} teaching assistant` }), {
      employer: "The Governing Body of the Community Primary School and Children’s Centre of Aberhelyg",
      pay: yearly(24071, 12.31),
      patterns: ["part-time", "term-time"],
    }))),
    entry("placement", `long-${id}`, placed(id, at, { travel: { by: "bus", minutes: 45, line: "T1C Express" } })),
  ]),
]; // prettier-ignore

/** What the centre's screens hold, by what it tries. */
export const PROGRAMMES = {
  english: [centreEntry(OPEN_ALL_DAY), ...SLIDES, ...jobs("larkhill")],
  welsh: [centreEntry({ ...aberhelyg, opening: [] }), ...SLIDES, ...jobs("aberhelyg")],
  urdu: [centreEntry({ ...OPEN_ALL_DAY, languages: ["ur"] }), ...SLIDES, ...jobs("larkhill")],
  "long words": [centreEntry({ ...OPEN_ALL_DAY, languages: ["cy", "en"], name: en(`${LONG} Children’s Centre and Family Hub`) }), ...LONG_WORDS],
  "long words in Wales": [centreEntry({ ...aberhelyg, opening: [] }), ...LONG_WORDS],
  nothing: [centreEntry({ ...OPEN_ALL_DAY, welcome: null })],
  "three jobs": [centreEntry(OPEN_ALL_DAY), ...SLIDES.slice(2, 4), ...jobs("larkhill", 3)],
  urgent: [centreEntry(OPEN_ALL_DAY), ...SLIDES, entry("notice", "snow", shown<"notice">(URGENT))],
  "urgent in Wales": [centreEntry({ ...aberhelyg, opening: [] }), entry("notice", "snow", shown<"notice">(URGENT))],
} as const satisfies Record<string, readonly Entry[]>; // prettier-ignore

export type ProgrammeName = keyof typeof PROGRAMMES;
