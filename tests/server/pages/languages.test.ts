import { describe, expect, test } from "vitest";
import { en, entry, leaflet, shown } from "../../support/pages-fixture.ts"; // prettier-ignore
import { larkhillWith, open } from "../../support/pages-visit.ts";

/** The language a page is in, and those it offers. */
const languages = async (path: string, accepts = "*") => {
  const { $ } = await open(path, { headers: { "accept-language": accepts } });
  const offered = $(".languages li").map((_, one) => $(one).attr("lang")).get(); // prettier-ignore
  return { page: $("html").attr("lang"), direction: $("html").attr("dir"), offered };
};

describe("languages", () => {
  test("in Wales Welsh comes first and English stands beside it", async () => {
    expect(await languages("/c/aberhelyg")).toEqual({ page: "cy", direction: "ltr", offered: ["cy", "en"] });
  });

  test("a phone set to a language of the centre gets it, any other the centre's first", async () => {
    expect((await languages("/c/larkhill", "pl-PL,en;q=0.5")).page).toBe("pl");
    expect((await languages("/c/larkhill", "fr-FR")).page).toBe("en");
    expect((await languages("/c/aberhelyg", "en-GB")).page).toBe("en");
  });

  test("any of the eight is given to whoever asks for it in the address, right to left where it runs so", async () => {
    expect(await languages("/c/larkhill?lang=ar")).toEqual({
      page: "ar",
      direction: "rtl",
      offered: ["en", "ur", "pl", "ar"],
    });
  });

  test("one that nobody knows, or two at once, are passed over", async () => {
    expect((await languages("/c/larkhill?lang=xx")).page).toBe("en");
    expect((await languages("/c/larkhill?lang=cy&lang=pl")).page).toBe("en");
  });

  test("a text that is not in the page's language says which one it is in, to eye and screen reader", async () => {
    const { $ } = await open("/c/aberhelyg?lang=cy");
    const job = $("#jobs h3").first();
    expect(job.find("span").attr("lang")).toBe("en");
    expect(job.text()).toBe("Teaching assistant yn Saesneg");
    expect($("#jobs h3").eq(3).text()).toBe("Cogydd ysgol");
  });

  test("the links of a page keep the language that was asked for", async () => {
    const { $ } = await open("/c/larkhill?lang=ur");
    expect($("#jobs a").first().attr("href")).toBe("/j/ta?centre=larkhill&lang=ur");
  });

  test("a translation older than its original says so", async () => {
    const text = { original: "en", words: { en: "New", pl: "Stare" }, older: ["pl"] } as const;
    const served = await larkhillWith(entry("leaflet", "l", shown<"leaflet">(leaflet(en("L"), { text: { ...text, older: ["pl"] } })))); // prettier-ignore
    expect((await open("/l/l?lang=pl", { served })).$("main").text()).toContain("starsze");
    expect((await open("/l/l?lang=en", { served })).$("main").text()).not.toContain("older");
  });
});
