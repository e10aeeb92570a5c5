import { describe, expect, test } from "vitest";
import { contractInProse, contractInTitle, readContract } from "#server/sources/employment.ts";
import {
  asksForMoney,
  endsCut,
  givesTraining,
  hasPremiumNumber,
  isByAgency,
  isCommissionOnly,
  isMessagingOnly,
  needsNoExperience,
} from "#server/sources/flags.ts";
import { readSector } from "#server/sources/sector.ts";
import { languageOf, readLanguage, readNeedsWelsh, readWelshField } from "#server/sources/welsh.ts";

describe("an advert that asks the parent for money", () => {
  test.each([
    "You must pay for your DBS upfront", "A registration fee of £25 applies", "Send money to secure your place",
    "Candidates pay for training in advance", "£50 refundable deposit", "There is a small admin fee",
    "Please transfer £30 for your uniform", "Pay upfront for your starter kit", "Application fee: £10",
    "Buy your own starter kit", "Pay for your DBS", "An upfront payment is needed", "pay by gift card",
    "A DBS fee of £38 is payable by the candidate", "Candidates must pay for their own enhanced DBS", "The DBS cost is deducted from your first wage",
    "Applicants will be charged £25 for registration", "£99 starter pack required", "You need to buy your uniform",
  ])("%s is flagged", (text) => {
    expect(asksForMoney(text)).toBe(true);
  }); // prettier-ignore

  test.each([
    "We pay for your DBS", "DBS paid by the employer", "No registration fee", "We will never ask you for a registration fee",
    "We never charge an application fee", "Pay £12.85 per hour", "Paid training", "We will pay for your training in advance",
    "There are no upfront costs", "You will handle money", "Collect fees from parents", "Good pay and training",
    "The school will reimburse your DBS application fee", "Registration with Ofsted", "",
  ])("%s is not", (text) => {
    expect(asksForMoney(text)).toBe(false);
  }); // prettier-ignore
});

describe("a number that costs more than a call", () => {
  test.each([
    "09061 123456",
    "0906 112 3456",
    "0871 234 5678",
    "0872 2345678",
    "+44 871 234 5678",
    "070 1234 5678",
    "118 118",
  ])("%s is flagged", (text) => {
    expect(hasPremiumNumber(`Ring ${text} now`)).toBe(true);
  });
  test.each([
    "0113 496 0000",
    "020 7946 0000",
    "07700 900123",
    "0800 123 4567",
    "0300 123 4567",
    "£9,061",
    "2026-09-06",
    "01908 712345",
  ])("%s is not", (text) => {
    expect(hasPremiumNumber(`Ring ${text} now`)).toBe(false);
  });
});

describe("a text that was cut", () => {
  test.each(["You will work in…", "and more ...", "and [...]", "Read more »"])("%s", (text) => {
    expect(endsCut(text)).toBe(true);
  });
  test.each(["Done.", "", "1...2 shifts a week."])("not %s", (text) => {
    expect(endsCut(text)).toBe(false);
  });
});

describe("training and experience", () => {
  test.each([
    "Full training given",
    "training provided",
    "On-the-job training",
    "Paid training",
    "Hyfforddiant llawn",
  ])("%s", (text) => {
    expect(givesTraining(text)).toBe(true);
  });
  test.each(["No training given", "Training manager", "You will train others"])("not %s", (text) => {
    expect(givesTraining(text)).toBe(false);
  });
  test.each([
    "No experience needed",
    "no previous experience required",
    "Experience not essential",
    "Dim angen profiad",
  ])("%s", (text) => {
    expect(needsNoExperience(text)).toBe(true);
  });
  test.each(["Experience needed", "Two years' experience", "No experience of nights is needed but of days"])(
    "not %s",
    (text) => {
      expect(needsNoExperience(text)).toBe(false);
    },
  );
});

describe("the contract", () => {
  test.each([
    ["Permanent", "permanent"], ["perm", "permanent"], ["Fixed term", "fixed-term"], ["FTC", "fixed-term"],
    ["FIXED_TERM", "fixed-term"], ["12 month contract", "fixed-term"], ["Maternity cover", "fixed-term"],
    ["Temporary", "temporary"], ["TEMPORARY", "temporary"], ["Temp", "temporary"], ["Seasonal", "temporary"],
    ["Casual", "casual"], ["Contract", "fixed-term"], ["Zero hours", "casual"], ["Bank", "casual"], ["Relief", "casual"], ["PER_DIEM", "casual"],
    ["Apprenticeship", "apprenticeship"], ["Apprentice (fixed term)", "apprenticeship"], ["Volunteer", "volunteer"],
    ["VOLUNTEER", "volunteer"], ["Parhaol", "permanent"], ["Dros dro", "temporary"], ["Not permanent, temporary", "temporary"],
    ["Secondment", "fixed-term"], ["As & when", "casual"], ["Open-ended", "permanent"], ["Barhaol", "permanent"],
    ["Full time", null], ["CONTRACTOR", null], ["", null],
  ] as const)("%s in its field is %s", (text, contract) => {
    expect(readContract(text)).toBe(contract);
  }); // prettier-ignore

  test.each([
    ["Apprentice Nursery Nurse", "apprenticeship"], ["Business Admin Apprenticeship", "apprenticeship"],
    ["Apprenticeship Tutor", null], ["Volunteer driver", "volunteer"], ["Volunteer Coordinator", null],
    ["Cook (temporary)", "temporary"], ["Teacher, maternity cover", "fixed-term"], ["Bank Clerk", null], ["Cook", null],
  ] as const)("a title %s says %s", (text, contract) => {
    expect(contractInTitle(text)).toBe(contract);
  }); // prettier-ignore

  test.each([
    ["Fixed term to 31 August 2027.", "fixed-term"],
    ["This is a permanent post", "permanent"],
    ["A permanent member of our family", null],
    ["not a fixed-term post", null],
    ["zero-hours contract", "casual"],
    ["We need casual staff", "casual"],
    ["Volunteers needed on Mondays", "volunteer"],
    ["You would look after our volunteers", null],
  ] as const)("a sentence %s says %s", (text, contract) => {
    expect(contractInProse(text)).toBe(contract);
  });
});

describe("Welsh", () => {
  test.each([
    "Welsh essential", "Welsh is essential", "Welsh language skills are essential", "Welsh speaker required",
    "The ability to speak Welsh is essential", "Ability to communicate through the medium of Welsh is essential",
    "Must be able to speak Welsh", "You must speak fluent Welsh", "Fluent Welsh", "Welsh-speaking is a requirement",
    "Mae'r gallu i siarad Cymraeg yn hanfodol", "Cymraeg yn hanfodol", "Cymraeg: hanfodol",
    "This post requires Welsh level 4", "You must be bilingual in Welsh and English", "Welsh-speaking Teacher",
    "Mae’r gallu i gyfathrebu yn Gymraeg yn hanfodol", "Rhaid siarad Cymraeg",
  ])("%s: needed", (text) => {
    expect(readNeedsWelsh(text)).toBe("needed");
  }); // prettier-ignore

  test.each([
    "Welsh desirable", "Welsh is desirable but not essential", "The ability to speak Welsh would be an advantage",
    "Welsh speakers welcome: Welsh is useful", "Mae'r gallu i siarad Cymraeg yn ddymunol", "Cymraeg yn ddymunol",
    "We welcome applications from Welsh speakers", "Croesewir siaradwyr Cymraeg", "Ability to speak Welsh or willingness to learn",
  ])("%s: useful", (text) => {
    expect(readNeedsWelsh(text)).toBe("useful");
  }); // prettier-ignore

  test.each([
    "Welsh is not essential", "Welsh not required", "Nid yw'r Gymraeg yn hanfodol", "Cook at the Welsh Assembly",
    "A driving licence is essential", "English essential", "Welsh Water. A licence is essential.", "",
    "Willingness to learn Welsh is essential",
  ])("%s: nothing", (text) => {
    expect(readNeedsWelsh(text)).toBeNull();
  }); // prettier-ignore

  test.each([
    ["Yes", "needed"],
    ["Y", "needed"],
    ["Essential", "needed"],
    ["Hanfodol", "needed"],
    ["Desirable", "useful"],
    ["No", null],
    ["", null],
  ] as const)("a column of its own with %s: %s", (text, needed) => {
    expect(readWelshField(text)).toBe(needed);
  });

  test.each([
    ["en-GB", "en"],
    ["cy", "cy"],
    ["cy-GB", "cy"],
    ["Welsh", "cy"],
    ["Cymraeg", "cy"],
    ["English", "en"],
    ["en_GB", "en"],
    ["x", null],
    ["12", null],
  ])("the language %s is %s", (text, code) => {
    expect(readLanguage(text)).toBe(code);
  });
});

test.each([
  ["Early Years", "childcare"], ["Hospitality & Catering", "food"], ["Retail", "shops"], ["Education", "schools"],
  ["Admin jobs", "offices"], ["Social Care", "care"], ["other_support", "schools"], ["IT", "computing"], ["Driving", "driving"],
  ["Construction and the built environment", "trades"], ["Care services", "care"], ["HR & Recruitment Jobs", "offices"], ["Education Support", "schools"],
  ["Other", null], ["", null], ["12", null], ["Sales and marketing", null],
])("the category %s is the sector %s", (text, sector) => {
  expect(readSector(text)).toBe(sector);
}); // prettier-ignore

describe("what an adviser should look at", () => {
  test.each([
    "Commission only",
    "Earn £2,000 a week, 100% commission",
    "No basic salary, uncapped earnings",
    "Your income is purely commission",
    "Commission-based role, no basic",
  ])("%s: nothing is paid for the work itself", (text) => expect(isCommissionOnly(text)).toBe(true));
  test.each([
    "£24,000 plus commission",
    "Commission on top of a basic salary",
    "European Commission",
    "commission-free",
  ])("%s is no commission alone", (text) => expect(isCommissionOnly(text)).toBe(false));

  test.each<[string, string | null]>([
    ["Message Sarah on WhatsApp 07700 900123 to apply", null],
    ["Apply by Telegram only", null],
    ["Interviews are held on WhatsApp", null],
    ["Cook wanted", "https://wa.me/447700900123"],
    ["Cook wanted", "https://t.me/jobs"],
  ])("%s: a messenger is the only way", (text, url) => expect(isMessagingOnly(text, url)).toBe(true));
  test.each<[string, string | null]>([
    ["Follow us on Facebook", null],
    ["Message us on WhatsApp or call 0113 496 0000", null],
    ["Text or WhatsApp us, or write to jobs@school.sch.uk", null],
    ["Message us on WhatsApp", "https://jobs.example.org/1"],
    ["You will use Signal and Telegram at work", "https://jobs.example.org/1"],
  ])("%s: there is another way", (text, url) => expect(isMessagingOnly(text, url)).toBe(false));

  test.each([
    "We are acting as an employment business",
    "Our client is a busy nursery",
    "On behalf of our client we seek a cook",
    "Our client, a nursery in Leeds, seeks a cook",
    "We are a recruitment agency acting on behalf of a school",
  ])("%s: an agency's advert", (text) => expect(isByAgency(text)).toBe(true));
  test.each(["Meet our clients' needs", "Agency cover may be used", "No agencies please"])(
    "%s: the employer's own",
    (text) => expect(isByAgency(text)).toBe(false),
  );
});

describe("the language of an advert is told from its small words", () => {
  test.each([
    [
      "en",
      "We are looking for a cook to work with our friendly team. You will have your own kitchen and the hours are good.",
    ],
    [
      "cy",
      "Mae’r ysgol yn chwilio am gogydd i weithio gyda’n tîm. Bydd eich oriau yn ystod y tymor, ac mae ein cegin yn newydd.",
    ],
    [null, "Cook, Leeds, £13"],
    [null, ""],
  ])("%s", (language, text) => expect(languageOf(text)).toBe(language));
});
