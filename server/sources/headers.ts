/** Which column is which: the names that people give to the columns of a list of jobs. */

export type Column =
  | "title" | "employer" | "location" | "address" | "town" | "postcode" | "lat" | "lon" | "pay" | "payMin" | "payMax" | "payUnit" | "currency"
  | "hours" | "weeks" | "patterns" | "contract" | "sector" | "posted" | "closes" | "applyUrl" | "reference"
  | "description" | "language" | "welsh"; // prettier-ignore

/** Whole names, after `plain`; the first column whose names fit takes it. */
const NAMES: Readonly<Record<Column, RegExp>> = {
  title:
    /^(?:(?:job|post|vacancy|role|position) ?(?:title|name|role|advert|available)?|vacancies|title|(?:title|name) of (?:the )?(?:job|post|vacancy|role|position)|job or role|job description or title|occupation|opportunity|teitl(?:(?: y)? swydd)?|swydd|enw'?r swydd)$/,
  employer:
    /^(?:employer|(?:school or )?setting|name of (?:the )?(?:employer|company|organi[sz]ation|school|business|setting)|company|organi[sz]ation|school|school or (?:academy|college|network|trust|department|service)|business|firm|recruiter|hiring organi[sz]ation|provider|advertiser|hiring company|academy|client|trust|(?:employer|company|organi[sz]ation|school|business|setting|nursery|academy|trust|client)(?: name)?|cyflogwr|sefydliad|ysgol|cwmni)$/,
  location:
    /^(?:location|where|place|area|work ?place|locality|(?:job|work|working) location|(?:location|place) of (?:work|job|post)|site|venue|ward|(?:work )?base|based (?:in|at)|lleoliad|ble)$/,
  address: /^(?:street|(?:full |street |work )?address(?: line)?(?: 1)?|cyfeiriad)$/,
  town: /^(?:town|city|town (?:or|and|\/)? ?city|city (?:or|and|\/)? ?town|(?:town|city) or area|village|tref|dinas)$/,
  postcode: /^(?:(?:job |work |full )?post ?codes?|postal ?code|zip(?: ?code)?|cod post)$/,
  lat: /^lat(?:itude)?$/,
  lon: /^(?:lon|lng|long|longitude)$/,
  payMin:
    /^(?:(?:min(?:imum)?|lower|from) (?:salary|pay|wage|rate)|(?:salary|pay|wage|rate) (?:min(?:imum)?|from|low(?:er)?))$/,
  payMax:
    /^(?:(?:max(?:imum)?|upper|to) (?:salary|pay|wage|rate)|(?:salary|pay|wage|rate) (?:max(?:imum)?|to|high(?:er)?|upper))$/,
  payUnit: /^(?:(?:salary|pay|wage|rate) (?:unit|frequency|period|type|interval|per)|per)$/,
  currency: /^(?:currency|(?:salary|pay) currency)$/,
  pay: /^(?:salary|pay|wages?|rate|remuneration|(?:salary|pay|wage)s? (?:range|details|rate|band|scale|information|offered|text)|(?:hourly|annual|weekly|monthly|daily|yearly) (?:pay|rate|salary|wage)|(?:salary|pay|wage|rate) (?:per|an?) (?:hour|week|month|year|annum|day)|rate of pay|pay ?rate|(?:rate )?(?:per|or) hour|salary or wage|cyflog|tal)$/,
  hours:
    /^(?:hours|hrs|(?:working|weekly|work|contracted) hours|hours (?:per|a|of|or) (?:week|work)|hours weekly|hrs (?:pw|per week)|hours pw|oriau(?: gwaith| yr wythnos)?)$/,
  weeks: /^(?:(?:no|number) of weeks|weeks|weeks (?:per|a|or) year|(?:working )?weeks(?: worked)?)$/,
  patterns:
    /^(?:(?:working |work |shift )?patterns?|shifts?|days(?: of work)?|when|term time(?: only)?|type of work|(?:working )?times|working days|days (?:or|and) times|days and hours|hours and days|work(?:ing)? (?:type|times?|arrangements?)|(?:full|part)(?:[ -]time)? (?:or|and|\/)? ?(?:part|full)[ -]time|ft ?(?:or|\/)? ?pt|job type|type|employment type|hours type|patrwm gwaith)$/,
  contract:
    /^(?:contract|contract (?:type|status|length|term)|type of contract|tenure|basis|duration|employment status|temp(?:orary)? or perm(?:anent)?|permanent (?:or|\/)? ?temporary|perm(?: or)? temp|cytundeb|contract type|math o gontract)$/,
  sector: /^(?:sector|category|industry|department|job category|job sector|sector of work|categori|maes)$/,
  posted:
    /^(?:(?:date )?(?:posted|advertised|published|listed|added)|(?:post(?:ing|ed)?|advert(?:ised)?|publication|listed|opening|open|live) date|date (?:of )?(?:posting|advert|published)|posted on|opens|dyddiad (?:postio|hysbysebu))$/,
  closes:
    /^(?:clos(?:es|ing|e)|clos(?:ing|e) (?:date|day)(?: (?:and|&)? ?time)?|closes on|closing (?:on|time)|date clos(?:es|ing)|deadline|(?:application )?deadline(?: date)?|apply (?:by|before)(?: date)?|applications? (?:by|close|closes|closing|deadline|closing date)|(?:expiry|expires|expiration|end)(?: date)?|expires on|advert(?:isement)? end date|last date(?: (?:to apply|for applications))?|valid (?:through|until)|dyddiad cau|cau)$/,
  applyUrl:
    /^(?:link|links|url|web ?(?:site|page|link|address)?|apply|hyperlink|apply (?:link|url|online(?: at)?|at|here|via)|(?:application|job|vacancy|advert) (?:link|url|website|web ?page)|how to apply(?: link)?|link to (?:job|apply|vacancy|advert)|more (?:info|information)|dolen|gwefan)$/,
  reference:
    /^(?:our ref(?:erence)?|unique (?:id|ref(?:erence)?)|ref|refs|reference(?: (?:no|number|code|id))?|ref (?:no|number|code|id)|(?:job|vacancy|post|role) (?:ref|reference|id|no|number|code)(?: (?:no|number))?|requisition(?: (?:id|no|number))?|id|vacancy id|cyfeirnod)$/,
  description:
    /^(?:(?:job |role |full |short )?(?:description|details|summary)|about(?: the (?:job|role))?|(?:main )?duties|overview|information|info|notes|further (?:details|info(?:rmation)?)|advert(?: text)?|text|(?:job )?desc|disgrifiad|manylion)$/,
  language: /^(?:language|lang|iaith)$/,
  welsh:
    /^(?:welsh|welsh language requirements?|welsh (?:language|essential|required|needed|speaker|level|skills|requirements?)|cymraeg|needs welsh)$/,
};

const COLUMNS = Object.keys(NAMES) as readonly Column[];

/** Words that tell a column whose name says more than one thing: "Salary (per hour, pro rata)". */
const WORDS: readonly (readonly [column: Column, words: RegExp])[] = [
  ["closes", /\bclos(?:es|ing)\b|\bdeadline\b/],
  ["postcode", /\bpost ?code\b/],
  ["title", /\b(?:job|vacancy|role|post|position) (?:title|name)\b/],
  ["employer", /\b(?:employer|company|organi[sz]ation) name\b|^employer\b/],
  ["pay", /\b(?:salary|wage|pay|hourly rate)\b/],
  ["hours", /\bhours\b/],
  ["contract", /\bcontract\b/],
  ["location", /\blocation\b/],
  ["applyUrl", /\b(?:url|link)\b/],
  ["description", /\bdescription\b/],
];

export interface Header {
  /** The column's own name, told apart where it stands twice: "Closing Date (2)". */
  readonly name: string;
  /** `null`: kept, but not understood. */
  readonly column: Column | null;
}

/** A sender's own names for the columns, as somebody has corrected them; under "" those that say nothing. */
export type Corrections = Readonly<Partial<Record<Column | "", readonly string[]>>>;

/** What each column of a header row holds: as it was corrected for this sender, else as its name says. */
export function readHeaders(cells: readonly string[], corrected: Corrections = {}): readonly Header[] {
  const own = new Map(
    Object.entries(corrected).flatMap(([column, names]) =>
      names.map((name) => [name, (column || null) as Column | null] as const),
    ),
  );
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const plainName = cell.replace(/\s+/g, " ").trim().slice(0, 80) || `Column ${index + 1}`;
    const times = (seen.get(plainName) ?? 0) + 1;
    seen.set(plainName, times);
    const name = times > 1 ? `${plainName} (${times})` : plainName;
    return { name, column: own.has(name) ? own.get(name)! : columnOf(cell) };
  });
}

/** The columns that cells name in full: the row that names most of them is the header. */
export function namedColumns(cells: readonly string[]): ReadonlySet<Column> {
  const short = cells.filter((cell) => cell.length <= 60 && !/\d{3}|[£@]|:\/\//.test(cell));
  return new Set(short.map(wholeName).filter((column) => column !== null));
}

/** What a column, or an element of that name, holds. */
export function columnOf(cell: string): Column | null {
  if (cell.length > 80) return null;
  const name = plain(cell);
  if (/\b(?:interview|start|contact|e-?mail|phone|telephone|tel)\b/.test(name)) return null;
  return wholeName(cell) ?? WORDS.find(([, words]) => words.test(name))?.[0] ?? null;
}

function wholeName(cell: string): Column | null {
  const name = plain(cell);
  const named = (words: string) => COLUMNS.find((column) => NAMES[column].test(words)) ?? null;
  const [first, ...others] = name.split(" or ").map(named);
  return named(name) ?? (others.every((other) => other === first) ? first! : null);
}

/** How names of columns are shortened, without the stops and strokes in them. */
const WHOLE_WORDS: Readonly<Record<string, string>> = {
  hr: "hour", hrs: "hours", wk: "week", wks: "weeks", yr: "year", pw: "per week", ph: "per hour", pa: "per annum",
  pcode: "postcode", pc: "postcode", sal: "salary", dt: "date", org: "organisation", addr: "address", req: "requisition",
}; // prettier-ignore
const SHORT_WORDS =
  /(?<![\w/])(?:hrs?|wks?|yr(?! (?:wythnos|awr))|p ?\/ ?w|p ?\/ ?h|p ?\/ ?a|pw|ph|pa|p ?\/ ?code|pcode|pc|sal|dt|org|addr|req)\b(?!\/\w\b)|(?<=\/ ?)(?:hrs?|wks?|yr)\b/g;

/** Lower case; short words whole; what stands in brackets, punctuation and camelCase joints aside. */
function plain(cell: string): string {
  return cell
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(SHORT_WORDS, (short) => WHOLE_WORDS[short.replace(/[\s/.]/g, "")]!)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/[_.:*#?£"-]+/g, " ")
    .replace(/\s*[/&]\s*/g, " or ")
    .replace(/\s+/g, " ")
    .trim();
}
